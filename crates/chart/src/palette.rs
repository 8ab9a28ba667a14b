//! Every colour of the page, in two designed themes.
//!
//! Charts take a [`Palette`] when they draw; the page's style sheet takes the
//! same colours as custom properties from [`Palette::css_variables`], so that a
//! canvas and the HTML around it can never disagree.

/// An opaque sRGB colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// The colour as CSS writes it, `#rrggbb`.
    pub fn css(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    /// The colour `share` of the way (0 to 1) from this one to `other`.
    ///
    /// Charts mix instead of drawing with alpha: what is drawn first must not
    /// shine through, or the order of drawing would change a colour's meaning.
    pub fn mix(self, other: Self, share: f64) -> Self {
        let share = share.clamp(0.0, 1.0);
        let channel = |from: u8, to: u8| {
            (f64::from(from) + (f64::from(to) - f64::from(from)) * share).round() as u8
        };
        Self(channel(self.0, other.0), channel(self.1, other.1), channel(self.2, other.2))
    }

    /// The WCAG 2 contrast ratio of two colours, 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.03928 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }
}

/// Which agency a mark belongs to; each has one hue on every chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AgencyTint {
    /// Ministry of Public Security.
    Mps,
    /// Central Political and Legal Affairs Commission.
    Cplc,
    /// Ministry of State Security.
    Mss,
    /// Any other agency, for example in a user's own file.
    Rest,
}

impl AgencyTint {
    /// The tint of an agency's code, in any case; `Rest` if it is none of the three.
    pub fn of(code: &str) -> Self {
        [("mps", Self::Mps), ("cplc", Self::Cplc), ("mss", Self::Mss)]
            .into_iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(code))
            .map_or(Self::Rest, |(_, tint)| tint)
    }
}

/// What a mark's colour says: nothing, or an agency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Tint {
    /// A count without an identity of its own.
    #[default]
    Neutral,
    /// A count that belongs to an agency.
    Agency(AgencyTint),
}

/// The colours of one theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Palette {
    /// The page, and the ground of every chart.
    pub background: Rgb,
    /// A surface that lies on the page: facet panel, card, menu.
    pub surface: Rgb,
    /// Text and values.
    pub text: Rgb,
    /// Axis text, subtitles, what is dimmed.
    pub text_muted: Rgb,
    /// Grid lines and borders.
    pub grid: Rgb,
    /// The base line that columns and bars stand on.
    pub axis: Rgb,
    /// The faint total of all records behind a filtered count.
    pub track: Rgb,
    /// The ground of a brushed range.
    pub band: Rgb,
    /// A bar without an identity.
    pub bar: Rgb,
    /// The bar a reader has chosen; also links, focus rings and brush edges.
    pub accent: Rgb,
    /// The outline and label of an excluded value.
    pub excluded: Rgb,
    /// A bar outside of the selection.
    pub muted: Rgb,
    /// Ministry of Public Security.
    pub mps: Rgb,
    /// Central Political and Legal Affairs Commission.
    pub cplc: Rgb,
    /// Ministry of State Security.
    pub mss: Rgb,
    /// Everything that is none of the above.
    pub rest: Rgb,
    /// The two sides of a comparison. They differ in brightness, too, and are no agency's colours.
    pub sides: [Rgb; 2],
    /// A country without a record on the map.
    pub land: Rgb,
    /// Land that can have no record: no country of the dataset.
    pub land_other: Rgb,
    /// China on the map.
    pub subject: Rgb,
    /// From little to much on the map.
    pub steps: [Rgb; 5],
}

impl Palette {
    /// Ink on warm paper; agencies in Okabe and Ito's blue, vermillion and bluish green.
    pub const fn light() -> Self {
        Self {
            background: Rgb(0xfd, 0xfc, 0xfa),
            surface: Rgb(0xf6, 0xf4, 0xf0),
            text: Rgb(0x1c, 0x1f, 0x24),
            text_muted: Rgb(0x5c, 0x61, 0x69),
            grid: Rgb(0xe3, 0xe1, 0xdc),
            axis: Rgb(0x8f, 0x91, 0x94),
            track: Rgb(0xec, 0xea, 0xe5),
            band: Rgb(0xf4, 0xed, 0xea),
            bar: Rgb(0x6d, 0x7a, 0x88),
            accent: Rgb(0x96, 0x1c, 0x46),
            excluded: Rgb(0x8a, 0x84, 0x7e),
            muted: Rgb(0xc4, 0xc6, 0xc8),
            mps: Rgb(0x00, 0x72, 0xb2),
            cplc: Rgb(0xd5, 0x5e, 0x00),
            mss: Rgb(0x00, 0x96, 0x6d),
            rest: Rgb(0x8a, 0x8d, 0x91),
            sides: [Rgb(0x2b, 0x3a, 0x4d), Rgb(0x9c, 0x65, 0x00)],
            land: Rgb(0xe1, 0xde, 0xd7),
            land_other: Rgb(0xef, 0xed, 0xe8),
            subject: Rgb(0xe6, 0xc3, 0xcc),
            steps: [
                Rgb(0xc6, 0xbf, 0xe0),
                Rgb(0xa1, 0x95, 0xcd),
                Rgb(0x7c, 0x6b, 0xb6),
                Rgb(0x58, 0x46, 0x98),
                Rgb(0x36, 0x26, 0x6f),
            ],
        }
    }

    /// Pale ink on a deep neutral; the same hues, lifted so that they keep their distance.
    pub const fn dark() -> Self {
        Self {
            background: Rgb(0x16, 0x18, 0x1c),
            surface: Rgb(0x1e, 0x21, 0x26),
            text: Rgb(0xec, 0xea, 0xe6),
            text_muted: Rgb(0xa4, 0xa9, 0xb1),
            grid: Rgb(0x2c, 0x30, 0x37),
            axis: Rgb(0x6a, 0x70, 0x79),
            track: Rgb(0x28, 0x2c, 0x32),
            band: Rgb(0x2a, 0x22, 0x28),
            bar: Rgb(0x8d, 0x9a, 0xa9),
            accent: Rgb(0xe3, 0x8f, 0xa8),
            excluded: Rgb(0x86, 0x82, 0x7d),
            muted: Rgb(0x4b, 0x51, 0x5a),
            mps: Rgb(0x56, 0xb4, 0xe9),
            cplc: Rgb(0xf2, 0x85, 0x3c),
            mss: Rgb(0x35, 0xc4, 0x9a),
            rest: Rgb(0x8b, 0x90, 0x97),
            sides: [Rgb(0xd8, 0xe2, 0xee), Rgb(0xd8, 0x9a, 0x20)],
            land: Rgb(0x31, 0x35, 0x3c),
            land_other: Rgb(0x23, 0x26, 0x2c),
            subject: Rgb(0x6b, 0x3c, 0x4a),
            steps: [
                Rgb(0x4c, 0x43, 0x78),
                Rgb(0x66, 0x5a, 0x9e),
                Rgb(0x87, 0x79, 0xc2),
                Rgb(0xab, 0x9f, 0xdf),
                Rgb(0xd6, 0xcf, 0xf5),
            ],
        }
    }

    /// The same theme for a chart that lies on `ground` instead of on the page.
    pub fn on(mut self, ground: Rgb) -> Self {
        self.background = ground;
        self
    }

    /// An agency's colour.
    pub fn agency(&self, tint: AgencyTint) -> Rgb {
        match tint {
            AgencyTint::Mps => self.mps,
            AgencyTint::Cplc => self.cplc,
            AgencyTint::Mss => self.mss,
            AgencyTint::Rest => self.rest,
        }
    }

    /// The colour of a count at full strength.
    pub fn tint(&self, tint: Tint) -> Rgb {
        match tint {
            Tint::Neutral => self.bar,
            Tint::Agency(agency) => self.agency(agency),
        }
    }

    /// The colour of the same count outside of the selection: an agency stays
    /// recognizable, so that the unselected months still say who.
    pub fn tint_muted(&self, tint: Tint) -> Rgb {
        match tint {
            Tint::Neutral => self.muted,
            Tint::Agency(agency) => self.pale(self.agency(agency)),
        }
    }

    /// A colour outside of the selection.
    pub fn pale(&self, color: Rgb) -> Rgb {
        color.mix(self.background, 0.66)
    }

    /// The colour of class `at` (from 0) of `count` classes on the map: few classes lie as far
    /// apart as they can.
    pub fn step(&self, at: usize, count: usize) -> Rgb {
        let last = self.steps.len() - 1;
        let at = match count {
            // A single class says yes: it takes a colour in the middle.
            0 | 1 => last / 2 + 1,
            _ => (at * last).div_ceil(count - 1),
        };
        self.steps[at.min(last)]
    }

    /// What can be read on a ground that is one of the map's classes, or mixed of one: white, as
    /// paper is not white enough on the class in the middle, or the darker of text and page.
    /// Brightness is enough to tell, and spares the page the powers that [`Rgb::contrast`] takes.
    pub fn legible_on(&self, ground: Rgb) -> Rgb {
        let bright = |c: Rgb| i32::from(c.0) * 3 + i32::from(c.1) * 6 + i32::from(c.2);
        let white = Rgb(0xff, 0xff, 0xff);
        let (text, page) = (self.text, self.background);
        let dark = if bright(text) < bright(page) { text } else { page };
        if bright(ground) * 2 > bright(white) { dark } else { white }
    }

    /// Name and value of the custom properties that carry this theme into the style sheet.
    pub fn css_variables(&self) -> Vec<(&'static str, String)> {
        [
            ("--paper", self.background),
            ("--surface", self.surface),
            ("--ink", self.text),
            ("--ink-muted", self.text_muted),
            ("--line", self.grid),
            ("--axis", self.axis),
            ("--track", self.track),
            ("--band", self.band),
            ("--bar", self.bar),
            ("--bar-muted", self.muted),
            ("--accent", self.accent),
            ("--excluded", self.excluded),
            ("--mps", self.mps),
            ("--cplc", self.cplc),
            ("--mss", self.mss),
            ("--rest", self.rest),
            ("--side-a", self.sides[0]),
            ("--side-b", self.sides[1]),
        ]
        .into_iter()
        .map(|(name, colour)| (name, colour.css()))
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn themes() -> [(&'static str, Palette); 2] {
        [("light", Palette::light()), ("dark", Palette::dark())]
    }

    #[test]
    fn text_can_be_read_on_every_ground_it_is_drawn_on() {
        for (theme, p) in themes() {
            let grounds = [("page", p.background), ("surface", p.surface), ("track", p.track)];
            for (ground, colour) in grounds {
                assert!(p.text.contrast(colour) >= 7.0, "{theme} text on {ground}");
                let muted = p.text_muted.contrast(colour);
                assert!(muted >= 4.5, "{theme} muted text on {ground}: {muted:.2}");
                let link = p.accent.contrast(colour);
                assert!(link >= 4.5, "{theme} accent on {ground}: {link:.2}");
            }
        }
    }

    #[test]
    fn marks_stand_out_from_every_ground() {
        for (theme, p) in themes() {
            for ground in [p.background, p.surface] {
                for (mark, colour) in [
                    ("bar", p.bar),
                    ("mps", p.mps),
                    ("cplc", p.cplc),
                    ("mss", p.mss),
                    ("rest", p.rest),
                    ("side a", p.sides[0]),
                    ("side b", p.sides[1]),
                    ("excluded", p.excluded),
                    ("axis", p.axis),
                ] {
                    let ratio = colour.contrast(ground);
                    let least = if mark == "axis" { 2.5 } else { 3.0 };
                    assert!(ratio >= least, "{theme} {mark} on {ground:?}: {ratio:.2}");
                }
            }
        }
    }

    #[test]
    fn sides_differ_in_brightness() {
        for (theme, p) in themes() {
            let [a, b] = p.sides;
            assert!(a.contrast(b) >= 1.7, "{theme}: {:.2}", a.contrast(b));
        }
    }

    #[test]
    fn the_faint_total_differs_from_the_ground_and_from_muted_bars() {
        for (theme, p) in themes() {
            assert!(p.track.contrast(p.background) >= 1.15, "{theme} track");
            assert!(p.muted.contrast(p.track) >= 1.35, "{theme} muted bar on its track");
            assert!(p.bar.contrast(p.muted) >= 1.8, "{theme} bar beside a muted one");
        }
    }

    #[test]
    fn classes_of_the_map_grow_away_from_the_ground_and_differ() {
        for (theme, p) in themes() {
            let contrasts: Vec<f64> = p.steps.iter().map(|c| c.contrast(p.background)).collect();
            assert!(contrasts.windows(2).all(|w| w[1] / w[0] >= 1.3), "{theme} {contrasts:.2?}");
            assert!(p.steps[0].contrast(p.land) >= 1.15, "{theme} least class beside no record");
            assert!(p.land.contrast(p.background) >= 1.2, "{theme} land on sea");
            assert!(p.land.contrast(p.land_other) >= 1.1, "{theme} land of others");
            for count in 1..=5 {
                let mut used: Vec<Rgb> = (0..count).map(|at| p.step(at, count)).collect();
                used.dedup();
                assert_eq!(used.len(), count, "{theme} {count} classes");
            }
        }
    }

    #[test]
    fn numbers_can_be_read_on_every_class() {
        for (theme, p) in themes() {
            for (at, step) in p.steps.into_iter().enumerate() {
                for ground in [step, p.pale(step)] {
                    let ratio = p.legible_on(ground).contrast(ground);
                    assert!(ratio >= 4.5, "{theme} class {at}: {ratio:.2}");
                }
            }
        }
    }

    #[test]
    fn agencies_keep_their_hue_in_both_themes() {
        let (light, dark) = (Palette::light(), Palette::dark());
        for (a, b) in [(light.mps, dark.mps), (light.cplc, dark.cplc), (light.mss, dark.mss)] {
            let largest = |c: Rgb| (c.0.max(c.1).max(c.2) == c.0, c.2 > c.1);
            assert_eq!(largest(a), largest(b), "{a:?} {b:?}");
        }
    }

    #[test]
    fn hex_and_mix() {
        assert_eq!(Rgb(1, 0xab, 255).css(), "#01abff");
        assert_eq!(Rgb(0, 0, 0).mix(Rgb(255, 255, 255), 0.5), Rgb(128, 128, 128));
        assert_eq!(Rgb(9, 9, 9).mix(Rgb(255, 0, 0), -1.0), Rgb(9, 9, 9));
    }

    #[test]
    fn variables_are_unique_and_complete() {
        let variables = Palette::light().css_variables();
        let mut names: Vec<_> = variables.iter().map(|(name, _)| *name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), variables.len());
        assert_eq!(names.len(), Palette::dark().css_variables().len());
    }

    #[test]
    fn agency_codes() {
        assert_eq!(AgencyTint::of("MPS"), AgencyTint::Mps);
        assert_eq!(AgencyTint::of("cplc"), AgencyTint::Cplc);
        assert_eq!(AgencyTint::of("NIA"), AgencyTint::Rest);
    }
}
