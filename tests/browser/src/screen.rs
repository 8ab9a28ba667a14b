//! The screens that the page is looked at on.

/// A screen in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Screen {
    /// Width of the view.
    pub width: u32,
    /// Height of the view.
    pub height: u32,
    /// Device pixels per CSS pixel.
    pub ratio: f64,
    /// Whether it is touched rather than pointed at.
    pub touch: bool,
}

impl Screen {
    /// A desktop's.
    pub const DESKTOP: Self = Self { width: 1440, height: 900, ratio: 1.0, touch: false };
    /// A phone's.
    pub const PHONE: Self = Self { width: 390, height: 844, ratio: 3.0, touch: true };
    /// The narrowest that a page must fit (WCAG 1.4.10).
    pub const NARROW: Self = Self { width: 320, height: 640, ratio: 2.0, touch: true };

    /// A desktop's, zoomed to twice its size.
    pub const ZOOMED: Self = Self { width: 720, height: 450, ratio: 2.0, touch: false };

    /// The same screen at another density.
    pub const fn at(self, ratio: f64) -> Self {
        Self { ratio, ..self }
    }
}
