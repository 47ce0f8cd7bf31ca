//! Colours, and how well one can be read on another.

use std::fmt;

/// A colour in sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour([u8; 3]);

impl Colour {
    /// Black.
    pub const BLACK: Self = Self([0; 3]);

    /// White.
    pub const WHITE: Self = Self([255; 3]);

    /// A colour of its parts: red, green, blue.
    pub const fn new(red: u8, green: u8, blue: u8) -> Self {
        Self([red, green, blue])
    }

    /// Reads `#rgb` or `#rrggbb`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?.chars().map(|digit| digit.to_digit(16)).collect::<Option<Vec<_>>>()?;
        let parts: Vec<u8> = match digits.len() {
            3 => digits.iter().map(|digit| (digit * 17) as u8).collect(),
            6 => digits.chunks(2).map(|pair| (pair[0] * 16 + pair[1]) as u8).collect(),
            _ => return None,
        };
        Some(Self([parts[0], parts[1], parts[2]]))
    }

    /// What comes of it where `percent` of it are replaced by another colour, as `color-mix(in srgb, …)` has it.
    pub fn mixed(self, other: Self, percent: u8) -> Self {
        let part = |one: u8, two: u8| {
            let (one, two, percent) = (u32::from(one), u32::from(two), u32::from(percent.min(100)));
            ((one * (100 - percent) + two * percent + 50) / 100) as u8
        };
        let (one, two) = (self.0, other.0);
        Self([part(one[0], two[0]), part(one[1], two[1]), part(one[2], two[2])])
    }

    /// The contrast ratio to another colour, from 1 to 21, as WCAG 2.2 defines it.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// The relative luminance, from 0 to 1, as WCAG 2.2 defines it.
    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}
