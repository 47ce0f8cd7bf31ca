//! The contrast gate: an accent colour that anybody may have chosen becomes one that can be read.

use super::Colour;

/// The least contrast of text: WCAG 2.2, level AA.
const LEAST: f64 = 4.5;

/// The colours of a theme that an accent stands on or beside, as `style/base.css` has them; a test compares the two.
struct Ground {
    paper: Colour,
    surface: Colour,
    ink: Colour,
    /// To which end an accent is moved that cannot be read.
    end: Colour,
}

const LIGHT: Ground = Ground {
    paper: Colour::new(0xf6, 0xf5, 0xf1),
    surface: Colour::WHITE,
    ink: Colour::new(0x1c, 0x24, 0x23),
    end: Colour::BLACK,
};

const DARK: Ground = Ground {
    paper: Colour::new(0x12, 0x17, 0x16),
    surface: Colour::new(0x1b, 0x22, 0x21),
    ink: Colour::new(0xe8, 0xed, 0xeb),
    end: Colour::WHITE,
};

/// How much of the accent is in the soft ground behind what is chosen, in percent.
const SOFT: u8 = 12;

/// How much of the ink is in a button under the pointer, in percent; as `style/controls.css` has it.
const UNDER_POINTER: u8 = 12;

/// An accent colour as it is used in both themes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accent {
    /// What was asked for.
    pub asked: Colour,
    /// In the light theme.
    pub light: Shades,
    /// In the dark theme.
    pub dark: Shades,
}

/// An accent colour in one theme, with what goes with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shades {
    /// The accent: links, buttons, bars, and the outline of the focus.
    pub accent: Colour,
    /// Text on the accent.
    pub ink: Colour,
    /// The ground behind what is chosen.
    pub soft: Colour,
}

impl Accent {
    /// The colour nearest to what was asked for that can be read in each theme: moved towards black in the light one and
    /// towards white in the dark one, in hundredths of the way, no further than is needed.
    pub fn of(asked: Colour) -> Self {
        Self { asked, light: LIGHT.shades(asked), dark: DARK.shades(asked) }
    }
}

impl Ground {
    fn shades(&self, asked: Colour) -> Shades {
        let moved = (0..=100).map(|percent| self.with(asked.mixed(self.end, percent)));
        let mut moved = moved.skip_while(|shades| !self.can_be_read(shades));
        // Black and white can be read on these grounds whatever was asked for.
        moved.next().unwrap_or_else(|| self.with(self.end))
    }

    fn with(&self, accent: Colour) -> Shades {
        let under_pointer = accent.mixed(self.ink, UNDER_POINTER);
        let contrast = |ink: Colour| ink.contrast(accent).min(ink.contrast(under_pointer));
        let ink = if contrast(Colour::WHITE) >= contrast(Colour::BLACK) { Colour::WHITE } else { Colour::BLACK };
        Shades { accent, ink, soft: self.surface.mixed(accent, SOFT) }
    }

    fn can_be_read(&self, shades: &Shades) -> bool {
        let Shades { accent, ink, soft } = *shades;
        let under_pointer = accent.mixed(self.ink, UNDER_POINTER);
        let pairs = [
            (accent, self.paper),
            (accent, self.surface),
            (accent, soft),
            (self.ink, soft),
            (ink, accent),
            (ink, under_pointer),
        ];
        pairs.iter().all(|(one, two)| one.contrast(*two) >= LEAST)
    }
}
