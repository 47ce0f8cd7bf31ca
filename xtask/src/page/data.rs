//! Data that only a part of a program uses, which go with that part.
//!
//! A linker puts the data of all functions into one segment. Those that nothing writes to, and that functions of one part use alone ([`Uses::data_of`]), are
//! 0 in the program, which takes next to nothing, and are put into their place when the part is made, before any of its functions is called.
//!
//! [`Uses::data_of`]: super::uses::Uses::data_of

use std::ops::Range;
use walrus::ir::Value;
use walrus::{ConstExpr, Data, DataId, DataKind, MemoryId, Module};

/// Places in memory with no more between them than a segment of its own takes go together.
const SEGMENT: u32 = 8;

/// What a program has at these places, each piece in one segment: what comes later has taken some along already.
pub(super) fn there(module: &Module, places: &[Range<u32>]) -> Vec<Range<u32>> {
    let mut segments: Vec<_> = module.data.iter().filter_map(place_of).collect();
    segments.sort_by_key(|segment| segment.start);
    let pieces = places
        .iter()
        .flat_map(|place| segments.iter().map(|segment| segment.start.max(place.start)..segment.end.min(place.end)));
    pieces.filter(|piece| !piece.is_empty()).collect()
}

/// The bytes at these places, which are in their order, each with where it begins. What is between two that go together is with them: it is the same for everybody, as
/// nothing writes there.
pub(super) fn taken(module: &Module, places: &[Range<u32>]) -> Vec<(u32, Vec<u8>)> {
    let bytes = |place: &Range<u32>| module.data.iter().find_map(|segment| Some(&segment.value[part(segment, place)?]));
    let mut all: Vec<Range<u32>> = Vec::new();
    for place in places {
        match all.last_mut() {
            Some(last) if place.start - last.end <= SEGMENT && bytes(&(last.start..place.end)).is_some() => {
                last.end = place.end;
            }
            _ => all.push(place.clone()),
        }
    }
    all.into_iter().filter_map(|place| Some((place.start, bytes(&place)?.to_vec()))).collect()
}

/// Makes all bytes at these places 0.
pub(super) fn empty(module: &mut Module, places: &[Range<u32>]) {
    let ids: Vec<DataId> = module.data.iter().map(Data::id).collect();
    for id in ids {
        let segment = module.data.get_mut(id);
        for place in places {
            if let Some(part) = part(segment, place) {
                segment.value[part].fill(0);
            }
        }
    }
}

/// Has a program put bytes into a memory.
pub(super) fn put_in(module: &mut Module, memory: MemoryId, data: &[(u32, Vec<u8>)]) {
    for (at, bytes) in data {
        let offset = ConstExpr::Value(Value::I32(*at as i32));
        let segment = module.data.add(DataKind::Active { memory, offset }, bytes.clone());
        module.memories.get_mut(memory).data_segments.insert(segment);
    }
}

/// Where a segment lies in memory.
fn place_of(segment: &Data) -> Option<Range<u32>> {
    let DataKind::Active { offset: ConstExpr::Value(Value::I32(begin)), .. } = segment.kind else { return None };
    Some(begin as u32..begin as u32 + segment.value.len() as u32)
}

/// Where a place in memory is in a segment, where all of it is in that one.
fn part(segment: &Data, place: &Range<u32>) -> Option<Range<usize>> {
    let own = place_of(segment)?;
    let is_in = own.start <= place.start && place.end <= own.end;
    is_in.then(|| (place.start - own.start) as usize..(place.end - own.start) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bytes from 1 on in two segments at 100 and at 120, of ten each.
    fn program() -> (Module, MemoryId) {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        put_in(&mut module, memory, &[(100, (1..11).collect()), (120, (11..21).collect())]);
        (module, memory)
    }

    #[test]
    fn places_are_those_that_are_there_and_in_one_segment() {
        let (module, _) = program();
        assert_eq!(there(&module, &[90..95, 98..103, 108..122, 140..150]), [100..103, 108..110, 120..122]);
    }

    #[test]
    fn what_is_taken_is_together_where_it_is_near_and_in_one_segment() {
        let (module, _) = program();
        let data = taken(&module, &[100..101, 103..104, 109..110, 120..121]);
        assert_eq!(data, [(100, (1..11).collect()), (120, vec![11])]);
        let data = taken(&module, &[120..121, 129..130]);
        assert_eq!(data, [(120, (11..21).collect::<Vec<u8>>())], "eight bytes between");
    }

    #[test]
    fn what_is_emptied_and_put_in_again_elsewhere_is_all_there() {
        let (mut module, _) = program();
        let places = [101..103, 125..126];
        let data = taken(&module, &places);
        empty(&mut module, &places);
        assert_eq!(taken(&module, &[100..104, 124..127]), [(100, vec![1, 0, 0, 4]), (124, vec![15, 0, 17])]);
        let mut other = Module::default();
        let memory = other.memories.add_local(false, false, 1, None, None);
        put_in(&mut other, memory, &data);
        assert_eq!(taken(&other, &places), [(101, vec![2, 3]), (125, vec![16])]);
    }
}
