//! The texts of a file in their order.

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use std::fmt;

/// The texts of a JSON object, in the order in which they stand there, without their keys.
pub(super) struct InOrder(pub(super) Vec<String>);

impl<'de> Deserialize<'de> for InOrder {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Texts)
    }
}

struct Texts;

impl<'de> Visitor<'de> for Texts {
    type Value = InOrder;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of texts")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<InOrder, A::Error> {
        let mut texts = Vec::new();
        while let Some((IgnoredAny, text)) = map.next_entry()? {
            texts.push(text);
        }
        Ok(InOrder(texts))
    }
}
