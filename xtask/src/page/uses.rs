//! What the linker knew of a program (`build.rs`): which data each function uses, and which other data these lead to.

use rustc_demangle::demangle;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use wasmparser::{
    BinaryReader, DataKind, KnownCustom, Linking, Name, Operator, Parser, Payload, RelocationEntry, RelocationType,
    SymbolInfo, TypeRef,
};

/// The segment of data that nothing writes to.
const READ_ONLY: &str = ".rodata";

/// What a program uses, as far as the linker knew it. Places are those that the linker has given, unless it is said otherwise.
#[derive(Debug, Default)]
pub(super) struct Uses {
    /// The name of each function, as it is in a program with glue, and the symbols that it uses.
    functions: Vec<(String, Vec<usize>)>,
    /// Of each symbol, where its data lie in memory, if it has data.
    places: Vec<Option<Range<u32>>>,
    /// Of each symbol, those that its data lead to.
    leads: Vec<Vec<Lead>>,
    /// Where all data lie that nothing writes to.
    read_only: Range<u32>,
    /// Of each symbol, where its data begin in the program without what comes later, as far as that can be told.
    now: Vec<Option<u32>>,
}

/// From data to other data.
#[derive(Clone, Copy, Debug)]
struct Lead {
    /// How far into the data it stands.
    offset: u32,
    /// The symbol that it leads to, and how far into its data.
    symbol: usize,
    into: i64,
}

/// What stands in the file.
#[derive(Default)]
struct Parts<'a> {
    file: &'a [u8],
    imports: u32,
    /// Where the function of each number stands in the file, without those that are imported.
    bodies: Vec<Range<usize>>,
    names: BTreeMap<u32, &'a str>,
    symbols: Vec<SymbolInfo<'a>>,
    segment_names: Vec<&'a str>,
    /// Of each segment, where it begins in memory, and where it stands in the file.
    segments: Vec<(u32, Range<usize>)>,
    /// Where each section begins in the file, and what has to be set in it.
    sections: Vec<usize>,
    relocations: Vec<(u32, RelocationEntry)>,
}

impl Uses {
    /// Reads it out of what was linked. What comes later was taken out of that after it, and the data of what is left, `main`, were moved together; where they are now shows by
    /// what stands in its functions in place of what the linker has put there.
    ///
    /// # Errors
    ///
    /// Where one of them is no program, or the linker has left nothing of what it knew.
    pub(super) fn read(linked: &[u8], main: &[u8]) -> Result<Self, String> {
        let read = |program| Parts::read(program).map_err(|error| format!("what was linked cannot be read: {error}"));
        let (linked, main) = (read(linked)?, read(main)?);
        if linked.relocations.is_empty() {
            return Err("what was linked says nothing of its data".to_owned());
        }
        linked.uses(&main)
    }

    /// Where data lie in the program now that functions with these names alone use. Of a name that is there twice nobody can tell which is meant, and it is none of them.
    pub(super) fn data_of(&self, names: &BTreeSet<String>) -> Vec<Range<u32>> {
        let mut count: BTreeMap<&str, u32> = BTreeMap::new();
        self.functions.iter().for_each(|(name, _)| *count.entry(name).or_default() += 1);
        let is_theirs = |(name, _): &&(String, Vec<usize>)| names.contains(name) && count[&**name] == 1;
        let (theirs, others): (Vec<_>, Vec<_>) = self.functions.iter().partition(is_theirs);
        // Byte by byte: linkers put strings into one another.
        let of_others: BTreeSet<u32> = self.reached(others).into_iter().flat_map(|symbol| self.bytes(symbol)).collect();
        let mut own = BTreeSet::new();
        for symbol in self.reached(theirs) {
            let Some(now) = self.now[symbol] else { continue };
            let bytes = self.bytes(symbol).zip(now..);
            own.extend(
                bytes.filter(|(at, _)| self.read_only.contains(at) && !of_others.contains(at)).map(|(_, now)| now),
            );
        }
        let mut all: Vec<Range<u32>> = Vec::new();
        for at in own {
            match all.last_mut() {
                Some(last) if last.end == at => last.end += 1,
                _ => all.push(at..at + 1),
            }
        }
        all
    }

    /// Where the bytes of a symbol are.
    fn bytes(&self, symbol: usize) -> impl Iterator<Item = u32> + use<> {
        self.places[symbol].clone().into_iter().flatten()
    }

    /// The symbols that functions use, and those that these lead to.
    fn reached<'a>(&self, functions: impl IntoIterator<Item = &'a (String, Vec<usize>)>) -> BTreeSet<usize> {
        let mut rest: Vec<usize> = functions.into_iter().flat_map(|(_, symbols)| symbols).copied().collect();
        let mut seen = BTreeSet::new();
        while let Some(symbol) = rest.pop() {
            if seen.insert(symbol) {
                rest.extend(self.leads[symbol].iter().map(|lead| lead.symbol));
            }
        }
        seen
    }
}

impl<'a> Parts<'a> {
    fn read(program: &'a [u8]) -> wasmparser::Result<Self> {
        let mut parts = Self { file: program, ..Self::default() };
        for payload in Parser::new(0).parse_all(program) {
            let payload = payload?;
            if let Some((_, range)) = payload.as_section() {
                parts.sections.push(range.start);
            }
            match payload {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        parts.imports += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionEntry(body) => parts.bodies.push(body.range()),
                Payload::DataSection(segments) => {
                    for segment in segments {
                        let segment = segment?;
                        let DataKind::Active { offset_expr, .. } = segment.kind else { continue };
                        let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else { continue };
                        let end = segment.range.end;
                        parts.segments.push((value as u32, end - segment.data.len()..end));
                    }
                }
                Payload::CustomSection(section) => parts.read_custom(section.as_known())?,
                _ => {}
            }
        }
        Ok(parts)
    }

    fn read_custom(&mut self, section: KnownCustom<'a>) -> wasmparser::Result<()> {
        match section {
            KnownCustom::Name(names) => {
                for part in names {
                    if let Name::Function(functions) = part? {
                        for naming in functions {
                            let naming = naming?;
                            self.names.insert(naming.index, naming.name);
                        }
                    }
                }
            }
            KnownCustom::Linking(linking) => {
                for part in linking {
                    match part? {
                        Linking::SymbolTable(symbols) => {
                            self.symbols = symbols.into_iter().collect::<Result<_, _>>()?
                        }
                        Linking::SegmentInfo(segments) => {
                            for segment in segments {
                                self.segment_names.push(segment?.name);
                            }
                        }
                        _ => {}
                    }
                }
            }
            KnownCustom::Reloc(relocations) => {
                let section = relocations.section_index();
                for entry in relocations.entries() {
                    self.relocations.push((section, entry?));
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn uses(&self, main: &Self) -> Result<Uses, String> {
        let in_memory = |index: u32, offset: u32, size: u32| {
            let (begin, _) = self.segments.get(index as usize)?;
            Some(begin + offset..begin + offset + size)
        };
        let place = |symbol: &SymbolInfo<'_>| match symbol {
            SymbolInfo::Data { symbol: Some(data), .. } => in_memory(data.index, data.offset, data.size),
            _ => None,
        };
        let places: Vec<_> = self.symbols.iter().map(place).collect();
        let mut functions: Vec<_> = (0..self.bodies.len()).map(|at| (name(self.name_of(at)), Vec::new())).collect();
        let mut leads = vec![Vec::new(); places.len()];
        let same = self.same_in(main);
        let mut known = Vec::new();
        for (section, entry) in &self.relocations {
            let symbol = entry.index as usize;
            let is_of_data =
                entry.ty != RelocationType::TypeIndexLeb && places.get(symbol).is_some_and(Option::is_some);
            if !is_of_data {
                continue;
            }
            let at = self.sections[*section as usize] + entry.offset as usize;
            if let Ok(function) = self.bodies.binary_search_by(|body| order(body, at)) {
                functions[function].1.push(symbol);
                if let Some(body) = &same[function] {
                    let there = body.start + (at - self.bodies[function].start);
                    let value = number(entry.ty, &main.file[there..]).ok_or("an address is written in another way")?;
                    known.push((symbol, value - entry.addend));
                }
            }
            let segment = self.segments.iter().find(|(_, range)| range.contains(&at));
            if let Some(at) = segment.map(|(begin, range)| begin + (at - range.start) as u32) {
                for (around, place) in places.iter().enumerate() {
                    if let Some(place) = place.as_ref().filter(|place| place.contains(&at)) {
                        leads[around].push(Lead { offset: at - place.start, symbol, into: entry.addend });
                    }
                }
            }
        }
        let now = main.followed(known, &leads)?;
        let read_only = self.segment_names.iter().zip(&self.segments).find(|(name, _)| **name == READ_ONLY);
        let read_only = read_only.map(|(_, (begin, range))| *begin..begin + range.len() as u32).unwrap_or_default();
        Ok(Uses { functions, places, leads, read_only, now })
    }

    /// Of each symbol, where its data begin in this program: of some that is `known`, and they lead to others.
    fn followed(&self, mut known: Vec<(usize, i64)>, leads: &[Vec<Lead>]) -> Result<Vec<Option<u32>>, String> {
        let mut now = vec![None; leads.len()];
        while let Some((symbol, value)) = known.pop() {
            let place = u32::try_from(value).map_err(|_| format!("there is no address {value}"))?;
            match now[symbol] {
                None => now[symbol] = Some(place),
                Some(before) if before == place => continue,
                Some(before) => return Err(format!("data of one symbol lie at {before} and at {place}")),
            }
            let of = |lead: &Lead| Some((lead.symbol, i64::from(self.word(place + lead.offset)?) - lead.into));
            known.extend(leads[symbol].iter().filter_map(of));
        }
        Ok(now)
    }

    /// The name of the function that stands at a place among the bodies.
    fn name_of(&self, at: usize) -> &'a str {
        self.names.get(&(self.imports + at as u32)).copied().unwrap_or_default()
    }

    /// Of each function, its body in another program that has been made of this one, if it is there and can be told.
    fn same_in(&self, other: &Self) -> Vec<Option<Range<usize>>> {
        let (here, there) = (self.known(), other.known());
        let body = |at: usize| {
            let name = self.name_of(at);
            here[name]?;
            let body = other.bodies[(*there.get(name)?)?].clone();
            (body.len() == self.bodies[at].len()).then_some(body)
        };
        (0..self.bodies.len()).map(body).collect()
    }

    /// The place of each name among the bodies; nothing where two have it.
    fn known(&self) -> BTreeMap<&'a str, Option<usize>> {
        let mut known = BTreeMap::new();
        for at in 0..self.bodies.len() {
            known.entry(self.name_of(at)).and_modify(|it| *it = None).or_insert(Some(at));
        }
        known
    }

    /// Four bytes of memory, as it is at the start.
    fn word(&self, at: u32) -> Option<u32> {
        let (begin, range) =
            self.segments.iter().find(|(begin, range)| (*begin..begin + range.len() as u32).contains(&at))?;
        let at = range.start + (at - begin) as usize;
        Some(u32::from_le_bytes(self.file.get(at..at + 4)?.try_into().ok()?))
    }
}

/// A number in a program, as a linker has put it there: always as long as it can be.
fn number(ty: RelocationType, bytes: &[u8]) -> Option<i64> {
    let mut reader = BinaryReader::new(bytes, 0);
    match ty {
        RelocationType::MemoryAddrLeb => reader.read_var_u32().ok().map(i64::from),
        RelocationType::MemoryAddrSleb => reader.read_var_i32().ok().map(|number| i64::from(number as u32)),
        RelocationType::MemoryAddrI32 => reader.read_u32().ok().map(i64::from),
        _ => None,
    }
}

/// What a function is called in a program with glue, as wasm-bindgen writes it.
fn name(symbol: &str) -> String {
    demangle(symbol).to_string()
}

/// Where a place in the file is from, seen from what stands there.
fn order(range: &Range<usize>, at: usize) -> std::cmp::Ordering {
    if range.contains(&at) { std::cmp::Ordering::Equal } else { range.start.cmp(&at) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leb(mut number: usize) -> Vec<u8> {
        let mut bytes = Vec::new();
        while number > 0x7f {
            bytes.push(number as u8 | 0x80);
            number >>= 7;
        }
        bytes.push(number as u8);
        bytes
    }

    /// As long as a linker writes it.
    fn address(at: u32) -> [u8; 5] {
        [
            at as u8 | 0x80,
            (at >> 7) as u8 | 0x80,
            (at >> 14) as u8 | 0x80,
            (at >> 21) as u8 | 0x80,
            (at >> 28) as u8 & 0x0f,
        ]
    }

    fn counted(items: &[Vec<u8>]) -> Vec<u8> {
        [leb(items.len()), items.concat()].concat()
    }

    fn long(bytes: &[u8]) -> Vec<u8> {
        [leb(bytes.len()), bytes.to_vec()].concat()
    }

    fn section(id: u8, body: &[u8]) -> Vec<u8> {
        [vec![id], long(body)].concat()
    }

    fn custom(name: &str, body: &[u8]) -> Vec<u8> {
        section(0, &[long(name.as_bytes()), body.to_vec()].concat())
    }

    /// A program of functions that use these addresses, each with its name, and of data that begin somewhere.
    fn program(functions: &[(&str, &[u32])], begin: u32, data: &[u8]) -> Vec<u8> {
        let body = |(_, addresses): &(&str, &[u32])| {
            let uses = addresses.iter().flat_map(|at| [&[0x41][..], &address(*at), &[0x1a]].concat());
            long(&[vec![0], uses.collect(), vec![0x0b]].concat())
        };
        let names: Vec<_> =
            functions.iter().enumerate().map(|(at, it)| [leb(at), long(it.0.as_bytes())].concat()).collect();
        let segment = [&[0, 0x41][..], &address(begin), &[0x0b], &long(data)].concat();
        [
            b"\0asm\x01\0\0\0".to_vec(),
            section(1, &counted(&[vec![0x60, 0, 0]])),
            section(3, &counted(&vec![vec![0]; functions.len()])),
            section(5, &counted(&[vec![0, 1]])),
            section(10, &counted(&functions.iter().map(body).collect::<Vec<_>>())),
            section(11, &counted(&[segment])),
            custom("name", &section(1, &counted(&names))),
        ]
        .concat()
    }

    /// `hot` and `seldom` use one piece of data, `seldom` a second one that leads to a fourth, and `elsewhere` the third.
    const FUNCTIONS: [(&str, &[u32]); 3] = [("hot", &[1024]), ("seldom", &[1024, 1029]), ("elsewhere", &[1032])];

    /// What was linked, with what the linker knew of it.
    fn linked(functions: &[(&str, &[u32])]) -> Vec<u8> {
        let symbols: Vec<_> =
            (0..4_u8).map(|at| [&[1, 2][..], &long(&[b'a' + at]), &[0, 4 * at, 4]].concat()).collect();
        let linking = [
            vec![2],
            section(5, &counted(&[[long(READ_ONLY.as_bytes()), vec![0, 0]].concat()])),
            section(8, &counted(&symbols)),
        ];
        // A function takes 3 bytes and 7 for each address, which stands after the first 3 of these.
        let (mut at, mut code) = (1, Vec::new());
        for (_, addresses) in functions {
            for (place, address) in addresses.iter().enumerate() {
                let symbol = ((address - 1024) / 4) as usize;
                code.push([vec![4], leb(at + 3 + 7 * place), leb(symbol), leb((address - 1024) as usize % 4)].concat());
            }
            at += 3 + 7 * addresses.len();
        }
        // The second piece leads to the fourth.
        let data = [vec![5], leb(1 + 9 + 4), leb(3), leb(0)].concat();
        let bytes = [&b"aaaa"[..], &1036_u32.to_le_bytes(), b"ccccdddd"].concat();
        [
            program(functions, 1024, &bytes),
            custom("linking", &linking.concat()),
            custom("reloc.CODE", &[leb(3), counted(&code)].concat()),
            custom("reloc.DATA", &[leb(4), counted(&[data])].concat()),
        ]
        .concat()
    }

    /// The same without `elsewhere` and its data, of which the others lie in another order.
    fn main() -> Vec<u8> {
        let bytes = [&b"ddddaaaa"[..], &2048_u32.to_le_bytes()].concat();
        program(&[("seldom", &[2052, 2057]), ("hot", &[2052])], 2048, &bytes)
    }

    /// Where the data of these functions alone begin and end.
    fn places(uses: &Uses, names: &[&str]) -> Vec<(u32, u32)> {
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        uses.data_of(&names).into_iter().map(|place| (place.start, place.end)).collect()
    }

    #[test]
    fn data_are_of_those_alone_who_use_them_and_lie_where_they_are_now() {
        let uses = Uses::read(&linked(&FUNCTIONS), &main()).expect("both are programs");
        assert_eq!(places(&uses, &["seldom"]), [(2048, 2052), (2056, 2060)]);
        assert_eq!(places(&uses, &["hot"]), []);
        assert_eq!(places(&uses, &["hot", "seldom"]), [(2048, 2060)]);
        assert_eq!(places(&uses, &["elsewhere", "nobody"]), []);
    }

    #[test]
    fn what_two_functions_of_one_name_use_is_not_taken_away() {
        let functions: [(&str, &[u32]); 3] = [("hot", &[1024]), ("seldom", &[1024, 1029]), ("hot", &[1032])];
        let uses = Uses::read(&linked(&functions), &main()).expect("both are programs");
        assert_eq!(places(&uses, &["hot", "seldom"]), [(2048, 2052), (2056, 2060)]);
    }

    #[test]
    fn what_cannot_be_told_is_said() {
        let said = |linked: &[u8], main: &[u8]| Uses::read(linked, main).expect_err("it cannot be told");
        assert!(said(b"<!doctype html>", &main()).contains("cannot be read"));
        assert!(said(&main(), &main()).contains("says nothing of its data"));
        let torn = program(&[("seldom", &[2052, 2057]), ("hot", &[2060])], 2048, b"ddddaaaa\0\x08\0\0");
        assert!(said(&linked(&FUNCTIONS), &torn).contains("data of one symbol lie at"));
    }
}
