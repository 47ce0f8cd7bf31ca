//! A program in two: what is hot, and what is cold.
//!
//! In the hot half a cold function is a stub: it sees to it that the other half is there, and calls the function by a table. So nothing else changes: whoever calls it, has it in
//! a table or imports it from this program has the stub. The cold half puts its functions into the table when it is made, and imports from the hot one
//! what it calls there.

use super::super::data::{empty, put_in, taken, there};
use super::super::module::{functions, own_functions, read};
use super::super::uses::Uses;
use super::Cold;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use walrus::ir::{UnaryOp, Value};
use walrus::{
    ConstExpr, Data, Element, ElementItems, ElementKind, Export, ExportItem, Function, FunctionBuilder, FunctionId,
    FunctionKind, Global, GlobalKind, ImportedFunction, LocalId, Memory, Module, RefType, Table, ValType, passes,
};

/// Where the cold half imports from: what the hot half exports.
const HOT: &str = "hot";
/// Where the hot half imports from what fetches the cold one (`loader.js`), and what that is called.
const LOADER: (&str, &str) = ("cold", "need");
/// The exports of the hot half: the table of cold functions, and whether they are in it.
const TABLE: &str = "coldTable";
const IS_HERE: &str = "isColdHere";

/// Both halves.
pub(in super::super) struct Halves {
    pub(in super::super) hot: Vec<u8>,
    pub(in super::super) cold: Vec<u8>,
}

/// Takes a program apart, which uses so much.
///
/// # Errors
///
/// Where it cannot be read, or one half has not what the other needs.
pub(in super::super) fn halves(program: &[u8], uses: &Uses, list: &Cold) -> Result<Halves, String> {
    let mut hot = read(program)?;
    // Read twice, as what is in one module can be told from what is in the other by its index alone, which is the same in both.
    let mut cold = read(program)?;
    let names = own_functions(&hot).filter(|function| list.has(function)).filter_map(|function| function.name.clone());
    let data = there(&cold, &uses.data_of(&names.collect()));
    let stubs = without(&mut hot, list);
    empty(&mut hot, &data);
    let hot_ones: BTreeSet<_> = functions(&hot).map(Function::id).map(index).collect();
    make_stubs(&mut hot, &stubs);
    let stubs: Vec<_> = stubs.into_iter().map(index).collect();
    keep(&mut cold, &stubs, &data, |id| hot_ones.contains(&index(id)) && !stubs.contains(&index(id)));
    export(&mut hot, &mut cold)?;
    Ok(Halves { hot: hot.emit_wasm(), cold: cold.emit_wasm() })
}

fn index(id: FunctionId) -> usize {
    id.index()
}

/// Takes out what is cold, and what nothing else reaches. Returns those of the cold functions that are called from what is left, as stubs that do nothing yet.
fn without(hot: &mut Module, list: &Cold) -> Vec<FunctionId> {
    let cold: Vec<_> = own_functions(hot).filter(|function| list.has(function)).map(Function::id).collect();
    for id in &cold {
        put(hot, *id, |_, builder| {
            builder.func_body().unreachable();
        });
    }
    passes::gc::run(hot);
    let left: BTreeSet<_> = functions(hot).map(Function::id).collect();
    let mut stubs: Vec<_> = cold.into_iter().filter(|id| left.contains(id)).collect();
    // What is alike takes less where it stands together, and stubs of one type differ by their place alone.
    let ty = |id: &FunctionId| hot.types.get(hot.funcs.get(*id).ty());
    stubs.sort_by_key(|id| (ty(id).params().to_vec(), ty(id).results().to_vec()));
    stubs
}

/// Makes stubs call the function in their place of the table.
fn make_stubs(hot: &mut Module, stubs: &[FunctionId]) {
    let length = stubs.len() as u64;
    let table = hot.tables.add_local(false, length, Some(length), RefType::FUNCREF);
    let is_here = hot.globals.add_local(ValType::I32, true, false, ConstExpr::Value(Value::I32(0)));
    hot.exports.add(TABLE, table);
    hot.exports.add(IS_HERE, is_here);
    let without_values = hot.types.add(&[], &[]);
    let (need, _) = hot.add_import_func(LOADER.0, LOADER.1, without_values);
    let mut ready = FunctionBuilder::new(&mut hot.types, &[], &[]);
    ready.name("need_cold".to_owned()).func_body().global_get(is_here).unop(UnaryOp::I32Eqz).if_else(
        None,
        |missing| {
            missing.call(need);
        },
        |_| {},
    );
    let ready = ready.finish(Vec::new(), &mut hot.funcs);
    for (place, id) in (0..).zip(stubs) {
        let ty = hot.funcs.get(*id).ty();
        // Behind all others, in this order (`small.rs`).
        hot.funcs.get_mut(*id).name = Some(format!("~{place:04}"));
        put(hot, *id, |arguments, builder| {
            let mut body = builder.func_body();
            body.call(ready);
            for argument in arguments {
                body.local_get(*argument);
            }
            body.i32_const(place).call_indirect(ty, table);
        });
    }
}

/// Gives a function another body.
fn put(module: &mut Module, id: FunctionId, make: impl FnOnce(&[LocalId], &mut FunctionBuilder)) {
    let ty = module.types.get(module.funcs.get(id).ty());
    let (parameters, results) = (ty.params().to_vec(), ty.results().to_vec());
    let arguments: Vec<_> = parameters.iter().map(|ty| module.locals.add(*ty)).collect();
    let mut builder = FunctionBuilder::new(&mut module.types, &parameters, &results);
    make(&arguments, &mut builder);
    module.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(arguments));
}

/// Leaves of a program what its table is to hold, and what that needs. What is hot, and everything that holds something, is imported.
/// Of data it has those at these places.
fn keep(cold: &mut Module, stubs: &[usize], data: &[Range<u32>], is_hot: impl Fn(FunctionId) -> bool) {
    let local = own_functions(cold).filter(|function| is_hot(function.id()));
    let mut local: Vec<_> = local.map(|function| (function.name.clone(), function.id(), function.ty())).collect();
    // By their names, as they will stand in the program (`small.rs`): then the numbers of what is exported only grow, which takes less after brotli.
    local.sort();
    for (_, id, ty) in local {
        let import = cold.imports.add(HOT, &name('f', index(id)), id);
        cold.funcs.get_mut(id).kind = FunctionKind::Import(ImportedFunction { import, ty });
    }
    cold.start = None;
    for id in ids(cold.exports.iter(), Export::id) {
        cold.exports.delete(id);
    }
    for id in ids(cold.elements.iter(), Element::id) {
        cold.elements.delete(id);
    }
    let data = taken(cold, data);
    for id in ids(cold.data.iter(), Data::id) {
        cold.data.delete(id);
    }
    for id in ids(cold.memories.iter(), Memory::id) {
        let import = cold.imports.add(HOT, &name('m', id.index()), id);
        let memory = cold.memories.get_mut(id);
        memory.import = Some(import);
        memory.data_segments.clear();
        put_in(cold, id, &data);
    }
    for id in ids(cold.tables.iter(), Table::id) {
        let import = cold.imports.add(HOT, &name('t', id.index()), id);
        let table = cold.tables.get_mut(id);
        table.import = Some(import);
        table.elem_segments.clear();
    }
    for id in ids(cold.globals.iter(), Global::id) {
        let import = cold.imports.add(HOT, &name('g', id.index()), id);
        cold.globals.get_mut(id).kind = GlobalKind::Import(import);
    }
    fill(cold, stubs);
    passes::gc::run(cold);
}

fn ids<'a, T: 'a, I>(all: impl Iterator<Item = &'a T>, id: impl Fn(&T) -> I) -> Vec<I> {
    all.map(id).collect()
}

/// What something is called that the cold half imports, until all is left out that it does not need: only then can what is left be numbered.
fn name(kind: char, index: usize) -> String {
    format!("{kind}{index:x}")
}

/// Puts functions into their places of the table.
fn fill(cold: &mut Module, stubs: &[usize]) {
    let all: BTreeMap<_, _> = functions(cold).map(|function| (index(function.id()), function.id())).collect();
    let length = stubs.len() as u64;
    let (table, _) = cold.add_import_table(HOT, TABLE, false, length, Some(length), RefType::FUNCREF);
    let kind = ElementKind::Active { table, offset: ConstExpr::Value(Value::I32(0)) };
    let element = cold.elements.add(kind, ElementItems::Functions(stubs.iter().map(|index| all[index]).collect()));
    cold.tables.get_mut(table).elem_segments.insert(element);
    // Nothing else here names the table, and what nothing names is not kept.
    cold.exports.add(TABLE, table);
}

/// Makes the hot half export what the cold one imports from it, under numbers.
fn export(hot: &mut Module, cold: &mut Module) -> Result<(), String> {
    let functions = functions(hot).map(|it| (name('f', index(it.id())), ExportItem::from(it.id())));
    let memories = hot.memories.iter().map(|it| (name('m', it.id().index()), it.id().into()));
    let tables = hot.tables.iter().map(|it| (name('t', it.id().index()), it.id().into()));
    let globals = hot.globals.iter().map(|it| (name('g', it.id().index()), it.id().into()));
    let items: BTreeMap<_, _> = functions.chain(memories).chain(tables).chain(globals).collect();
    let imports = cold.imports.iter_mut().filter(|import| import.module == HOT && import.name != TABLE);
    for (number, import) in imports.enumerate() {
        // What only cold functions use that holds something was left out as unused.
        let item = items.get(&import.name).ok_or_else(|| format!("what is hot does not have {}", import.name))?;
        import.name = format!("{number:x}");
        hot.exports.add(&import.name, *item);
    }
    Ok(())
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::digest;
    use super::*;

    /// `start`, which is exported and stands in a table, calls `seldom`, and that calls `helper` and `start`.
    pub(in super::super) fn program() -> Vec<u8> {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        module.exports.add("memory", memory);
        let (start, seldom, helper) = (
            FunctionBuilder::new(&mut module.types, &[], &[]),
            FunctionBuilder::new(&mut module.types, &[ValType::I32], &[ValType::I64]),
            FunctionBuilder::new(&mut module.types, &[], &[]),
        );
        let start = start.finish(Vec::new(), &mut module.funcs);
        let argument = module.locals.add(ValType::I32);
        let seldom = seldom.finish(vec![argument], &mut module.funcs);
        let helper = helper.finish(Vec::new(), &mut module.funcs);
        let body = |module: &mut Module, id: FunctionId, make: &dyn Fn(&mut walrus::InstrSeqBuilder<'_>)| {
            let function = module.funcs.get_mut(id).kind.unwrap_local_mut();
            let entry = function.entry_block();
            make(&mut function.builder_mut().instr_seq(entry));
        };
        body(&mut module, start, &|it| {
            it.i32_const(7).call(seldom).drop();
        });
        body(&mut module, seldom, &|it| {
            it.call(helper).call(start).i64_const(1);
        });
        for (id, name) in [(start, "start"), (seldom, "seldom"), (helper, "helper")] {
            module.funcs.get_mut(id).name = Some(name.to_owned());
        }
        module.exports.add("start", start);
        module.emit_wasm()
    }

    /// `many` calls `b` and `a`, all of which are exported.
    fn with_two() -> Vec<u8> {
        let mut module = Module::default();
        let mut b = FunctionBuilder::new(&mut module.types, &[], &[ValType::F64]);
        b.func_body().f64_const(1.0);
        let b = b.finish(Vec::new(), &mut module.funcs);
        let mut a = FunctionBuilder::new(&mut module.types, &[], &[ValType::F32]);
        a.func_body().f32_const(1.0);
        let a = a.finish(Vec::new(), &mut module.funcs);
        let mut many = FunctionBuilder::new(&mut module.types, &[], &[]);
        many.func_body().call(b).drop().call(a).drop();
        let many = many.finish(Vec::new(), &mut module.funcs);
        for (id, name) in [(b, "b"), (a, "a"), (many, "many")] {
            module.funcs.get_mut(id).name = Some(name.to_owned());
            module.exports.add(name, id);
        }
        module.emit_wasm()
    }

    fn in_halves(cold: &[&str]) -> (Module, Module) {
        in_halves_of(&program(), cold)
    }

    fn in_halves_of(program: &[u8], cold: &[&str]) -> (Module, Module) {
        let cold = Cold(cold.iter().map(|name| digest(name)).collect());
        let Halves { hot, cold } = halves(program, &Uses::default(), &cold).expect("it is a program");
        let read = |half: &[u8]| read(half).expect("it is a program");
        (read(&hot), read(&cold))
    }

    fn local(module: &Module) -> Vec<String> {
        let local = module.funcs.iter_local().map(|(id, _)| module.funcs.get(id).name.clone().unwrap_or_default());
        let mut local: Vec<_> = local.collect();
        local.sort();
        local
    }

    #[test]
    fn what_is_cold_and_what_nothing_else_reaches_is_in_the_cold_half() {
        let (hot, cold) = in_halves(&["seldom"]);
        assert_eq!(local(&hot), ["need_cold", "start", "~0000"], "one is a stub");
        assert_eq!(local(&cold), ["helper", "seldom"]);
        assert!(hot.data.iter().next().is_none() && cold.memories.iter().all(|memory| memory.import.is_some()));
    }

    #[test]
    fn each_half_exports_or_is_given_what_the_other_imports() {
        let (hot, cold) = in_halves_of(&with_two(), &["many"]);
        let wanted: Vec<_> = cold.imports.iter().map(|it| (it.module.as_str(), it.name.as_str())).collect();
        assert_eq!(wanted, [(HOT, "0"), (HOT, "1"), (HOT, TABLE)]);
        // In the order of their names, which is not that of the functions.
        let named = |module: &Module, id| module.funcs.get(id).name.clone().unwrap_or_default();
        let imported = cold.imports.iter().filter_map(|it| match it.kind {
            walrus::ImportKind::Function(id) => Some(cold.types.get(cold.funcs.get(id).ty()).results().to_vec()),
            _ => None,
        });
        assert_eq!(imported.collect::<Vec<_>>(), [vec![ValType::F32], vec![ValType::F64]]);
        let exported = |name: &str| match hot.exports.iter().find(|it| it.name == name).map(|it| it.item) {
            Some(ExportItem::Function(id)) => named(&hot, id),
            other => panic!("{name}: {other:?}"),
        };
        assert_eq!([exported("0"), exported("1")], ["a", "b"]);
        let wanted: Vec<_> = hot.imports.iter().map(|it| (it.module.as_str(), it.name.as_str())).collect();
        assert_eq!(wanted, [LOADER]);
        assert!(hot.exports.iter().any(|export| export.name == IS_HERE));
    }

    #[test]
    fn the_cold_half_fills_the_table_that_stubs_call_by() {
        let (hot, cold) = in_halves(&["seldom", "helper"]);
        let of = |module: &Module| module.tables.iter().map(|it| (it.initial, it.maximum)).collect::<Vec<_>>();
        assert_eq!(of(&hot), [(1, Some(1))], "nothing hot calls the helper, so it needs no stub");
        assert_eq!(of(&cold), of(&hot));
        let [element] = &cold.elements.iter().collect::<Vec<_>>()[..] else { panic!("the table is filled once") };
        let ElementItems::Functions(items) = &element.items else { panic!("it holds functions") };
        let names: Vec<_> = items.iter().map(|id| cold.funcs.get(*id).name.as_deref()).collect();
        assert_eq!(names, [Some("seldom")]);
    }

    #[test]
    fn stubs_of_one_type_stand_together_and_behind_all_others() {
        let (hot, cold) = in_halves_of(&with_two(), &["a", "b"]);
        let types = |id: FunctionId| hot.types.get(hot.funcs.get(id).ty()).results().to_vec();
        let mut stubs: Vec<_> = functions(&hot).filter_map(|it| Some((it.name.clone()?, types(it.id())))).collect();
        stubs.retain(|(name, _)| name.starts_with('~'));
        stubs.sort();
        assert_eq!(stubs, [("~0000".to_owned(), vec![ValType::F32]), ("~0001".to_owned(), vec![ValType::F64])]);
        let [element] = &cold.elements.iter().collect::<Vec<_>>()[..] else { panic!("the table is filled once") };
        let ElementItems::Functions(items) = &element.items else { panic!("it holds functions") };
        let names: Vec<_> = items.iter().map(|id| cold.funcs.get(*id).name.as_deref()).collect();
        assert_eq!(names, [Some("a"), Some("b")], "each in the place that its stub calls");
    }

    #[test]
    fn a_function_that_is_exported_may_be_cold() {
        let (hot, cold) = in_halves(&["start", "seldom", "helper"]);
        assert_eq!(local(&hot), ["need_cold", "~0000"]);
        assert!(hot.exports.iter().any(|export| export.name == "start"));
        assert_eq!(local(&cold), ["helper", "seldom", "start"]);
    }

    #[test]
    fn what_is_no_program_is_said_to_be_none() {
        let cold = Cold(BTreeSet::new());
        assert!(
            halves(b"<!doctype html>", &Uses::default(), &cold).is_err_and(|error| error.contains("cannot be read"))
        );
    }
}
