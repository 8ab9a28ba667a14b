//! A map of the world: where counts are, states too small to see included.

use std::sync::{Arc, OnceLock};

use super::bars::MarkState;
use super::camera::Camera;
use super::dots::{dot, dots};
use super::frame::Frame;
use super::mark::Mark;
use super::palette::{Palette, Rgb};
use super::scene::{Align, Points, Scene, Shape, Type};
use explorer_geometry::ring::{Bounds, Point, Ring};
use explorer_geometry::{Area, Disputed, World};
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::prelude::DrawingBackend;

/// Land that is drawn on fewer square CSS pixels than this gets a disc: some four pixels each way.
const TOO_SMALL: f64 = 16.0;
/// The width of the map, in CSS pixels, from which on that holds. On a smaller one, half of the
/// world's states would be discs that cover each other, so there only those get one that would
/// have one here.
const FULL_WIDTH: f64 = 1000.0;
/// Radius of a disc in CSS pixels, and on a map that is less wide than this many CSS pixels.
const DISC: f64 = 4.0;
const DISC_NARROW: f64 = 3.0;
const NARROW: f64 = 600.0;
/// The radius of the dot in a disc, as a share of the disc's.
const DISC_DOT: f64 = 0.4;
/// What discs keep between them, in CSS pixels.
const APART: f64 = 1.0;
/// How far from a disc's edge a pointer still means it, in CSS pixels.
const REACH: f64 = 3.0;
/// The sides of marks, in CSS pixels, and their share of a country's own: marks are small, so that
/// none lies over the middle of a neighbour.
const MARK: std::ops::RangeInclusive<f64> = 8.0..=24.0;
const MARK_SHARE: f64 = 0.3;
const LABEL_SIZE: f64 = 12.0;
/// Names are written on land from this width of the map on, in CSS pixels.
const LABEL_FROM: f64 = 480.0;
/// The size of the names of countries, which stand back behind the subject's.
const NAME_SIZE: f64 = 10.0;
/// The least room between a name and the edges of its land, in CSS pixels.
const NAME_ROOM: (f64, f64) = (2.0, 1.0);
/// How far down and to the right of the middle of its land a name may stand, in CSS pixels; the nearer
/// first.
const NAME_DOWN: [f64; 5] = [0.0, -5.0, 5.0, -10.0, 10.0];
const NAME_RIGHT: [f64; 7] = [0.0, -6.0, 6.0, -12.0, 12.0, -20.0, 20.0];

/// How far the lines of the hatching are apart, in CSS pixels along a side.
const HATCH: f64 = 5.0;
/// The share of the way from the colour of the land to ink or paper that a line of it goes.
const HATCH_INK: f64 = 0.5;

/// What an area's colour says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Land that can have no record.
    Other,
    /// The subject of the dataset.
    Subject,
    /// A country without a record.
    NoRecord,
    /// Class `at` (from 0, the least) of `of`.
    Class {
        /// Which class.
        at: usize,
        /// How many there are.
        of: usize,
    },
}

impl Tone {
    /// Its colour.
    pub fn color(self, palette: &Palette) -> Rgb {
        match self {
            Self::Other => palette.land_other,
            Self::Subject => palette.subject,
            Self::NoRecord => palette.land,
            Self::Class { at, of } => palette.step(at, of),
        }
    }
}

/// How one area is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AreaLook {
    /// What its colour says.
    pub tone: Tone,
    /// How it relates to the selection.
    pub state: MarkState,
    /// Whether it is dotted: what it counts is uncertain.
    pub is_dotted: bool,
}

/// One area as it lies in a frame.
#[derive(Debug, PartialEq)]
struct Laid {
    rings: Vec<Points>,
    /// The middle of its disc, if it has one, in CSS pixels.
    disc: Option<(f64, f64)>,
    anchor: (f64, f64),
    /// Whether a reader must see that it is there.
    is_country: bool,
    /// Its name and where that stands, in CSS pixels, if it has room on the land.
    name: Option<(String, (f64, f64))>,
    /// The rectangle around its largest ring, in CSS pixels.
    size: (f64, f64),
    /// Where its dots are, in device pixels, once it had some.
    dots: OnceLock<Vec<(i32, i32)>>,
}

/// The world as it lies in a frame. To be kept: only another camera or frame makes another one,
/// and then it is what takes the time.
#[derive(Debug, PartialEq)]
pub struct MapLayout {
    frame: Frame,
    camera: Camera,
    /// Radius of a disc in CSS pixels.
    disc: f64,
    areas: Vec<Laid>,
    borders: Vec<Points>,
    disputed: Vec<Hatched>,
}

/// What is in sight of disputed land in one area.
#[derive(Debug, PartialEq)]
struct Hatched {
    /// The position of the land in the world's list.
    land: usize,
    /// The position of the area.
    area: usize,
    /// The lines that it is hatched with.
    lines: Vec<Points>,
}

impl MapLayout {
    /// Lays the world out. `name_of` has the names of the areas of which a reader must see that they are
    /// there; where the land has room for its name, the name stands on it.
    pub fn new(
        world: &World,
        camera: Camera,
        frame: &Frame,
        name_of: &dyn Fn(&str) -> Option<String>,
    ) -> Self {
        let within = |bounds: &explorer_geometry::ring::Bounds| {
            let (left, top) = camera.to_css((f64::from(bounds.left), f64::from(bounds.top)));
            let (right, bottom) =
                camera.to_css((f64::from(bounds.right), f64::from(bounds.bottom)));
            right >= 0.0 && bottom >= 0.0 && left <= frame.css_width() && top <= frame.css_height()
        };
        let square = |scale: f64| scale * scale;
        let small = |size: f64| {
            size * square(camera.scale()) < TOO_SMALL
                && size * square(FULL_WIDTH / world.width.max(1.0)) < TOO_SMALL
        };
        let mut areas: Vec<Laid> = world
            .areas
            .iter()
            .map(|area| {
                let anchor = camera.to_css(area.anchor);
                let name = name_of(&area.id);
                let is_country = name.is_some();
                let too_small = small(area.size) && is_country;
                let size = area.rings.first().map_or((0.0, 0.0), |ring| {
                    let bounds = ring.bounds;
                    let width = f64::from(bounds.right - bounds.left);
                    (width * camera.scale(), f64::from(bounds.bottom - bounds.top) * camera.scale())
                });
                let rings = area.rings.iter().filter(|ring| within(&ring.bounds));
                Laid {
                    rings: rings
                        .filter_map(|ring| points(&camera, frame, &ring.points, 3))
                        .collect(),
                    disc: too_small.then_some(anchor),
                    anchor,
                    is_country,
                    name: name.filter(|_| !too_small).and_then(|name| {
                        let at = place_of_name(area, &camera, frame, &name)?;
                        Some((name, at))
                    }),
                    size,
                    dots: OnceLock::new(),
                }
            })
            .collect();
        let disc = if frame.css_width() < NARROW { DISC_NARROW } else { DISC };
        spread(&mut areas, disc);
        keep_clear(&mut areas, disc);
        let borders = world.borders().iter();
        let borders = borders.filter_map(|border| points(&camera, frame, &border.line, 2));
        let mut disputed = Vec::new();
        for (land, of) in world.disputed.iter().enumerate() {
            for &area in &of.areas {
                let rings = world.areas[area].rings.iter().filter(|ring| within(&ring.bounds));
                let lines = hatch(&camera, frame, rings, of.outline.as_ref());
                if !lines.is_empty() {
                    disputed.push(Hatched { land, area, lines });
                }
            }
        }
        Self { frame: *frame, camera, disc, borders: borders.collect(), areas, disputed }
    }

    /// Whether any of the disputed land at a position in [`World::disputed`] is in sight.
    pub fn shows_disputed(&self, land: usize) -> bool {
        self.disputed.iter().any(|hatched| hatched.land == land)
    }

    /// The disputed land of an area under a point of the frame, in CSS pixels.
    pub fn disputed_at<'w>(
        &self,
        world: &'w World,
        area: usize,
        at: (f64, f64),
    ) -> Option<&'w Disputed> {
        let (x, y) = self.camera.to_map(at);
        world.disputed_at(area, x, y)
    }

    /// The area under a point of the frame, in CSS pixels. Discs win over the land around them
    /// unless the middle of another country is nearer, which they may cover; at sea a disc is
    /// meant from a little way off.
    pub fn area_at(&self, world: &World, x: f64, y: f64) -> Option<usize> {
        let (map_x, map_y) = self.camera.to_map((x, y));
        let land = || world.area_at(map_x, map_y);
        // NaN is nowhere: no comparison with it holds.
        let middles = self.areas.iter().enumerate().filter(|(_, area)| area.is_country);
        let middles = middles.map(|(index, area)| {
            let (middle_x, middle_y) = area.disc.unwrap_or(area.anchor);
            ((x - middle_x).hypot(y - middle_y), index, area.disc.is_some())
        });
        let mut nearest = (self.disc + REACH, None);
        for (distance, index, is_disc) in middles {
            if distance <= nearest.0 {
                nearest = (distance, Some((index, is_disc)));
            }
        }
        match nearest {
            (distance, Some((index, is_disc))) if is_disc || distance <= self.disc => {
                if distance <= self.disc { Some(index) } else { land().or(Some(index)) }
            }
            _ => land(),
        }
    }

    /// Where an area can be reached by keyboard: a box around its anchor or its disc, in CSS
    /// pixels. `None` if that is outside of the frame.
    pub fn mark(&self, area: usize) -> Option<Mark> {
        let laid = self.areas.get(area)?;
        let (x, y) = laid.disc.unwrap_or(laid.anchor);
        let (frame_width, frame_height) = (self.frame.css_width(), self.frame.css_height());
        if !(0.0..=frame_width).contains(&x) || !(0.0..=frame_height).contains(&y) {
            return None;
        }
        let side = |length: f64| match laid.disc {
            Some(_) => *MARK.start(),
            None => (length * MARK_SHARE).clamp(*MARK.start(), *MARK.end()),
        };
        // Within the frame, with its middle on the country.
        let within = |side: f64, at: f64, end: f64| side.min(2.0 * at.min(end - at)).max(2.0);
        let width = within(side(laid.size.0), x, frame_width);
        let height = within(side(laid.size.1), y, frame_height);
        Some(Mark { index: area, x: x - width / 2.0, y: y - height / 2.0, width, height })
    }

    /// Where the dots of an area lie, in device pixels, and clear of its name. Land without room for any has
    /// one in its middle.
    fn dots<'l>(&self, laid: &'l Laid) -> &'l [(i32, i32)] {
        let frame = &self.frame;
        let point = |(x, y): (f64, f64)| (frame.px(x), frame.px(y));
        laid.dots.get_or_init(|| {
            if laid.disc.is_some() {
                return Vec::new();
            }
            let mut all = dots(&laid.rings, frame, point(self.camera.to_css((0.0, 0.0))));
            if all.is_empty() {
                all.push(point(laid.anchor));
            }
            if let Some((name, at)) = &laid.name {
                let [left, top, right, bottom] = name_box(name, *at);
                let ((left, top), (right, bottom)) = (point((left, top)), point((right, bottom)));
                all.retain(|(x, y)| !((left..right).contains(x) && (top..bottom).contains(y)));
            }
            all
        })
    }

    /// The middle of an area's disc and its radius in CSS pixels, if it is too small to be seen without one.
    pub fn disc(&self, area: usize) -> Option<((f64, f64), f64)> {
        Some((self.areas.get(area)?.disc?, self.disc))
    }
}

/// A line of the map in device pixels, without points that fall on the one before. `None` if
/// fewer than `least` are left.
fn points(camera: &Camera, frame: &Frame, line: &[Point], least: usize) -> Option<Points> {
    let mut drawn: Vec<(i32, i32)> = line
        .iter()
        .map(|&(x, y)| {
            let (x, y) = camera.to_css((f64::from(x), f64::from(y)));
            (frame.px(x), frame.px(y))
        })
        .collect();
    drawn.dedup();
    (drawn.len() >= least).then(|| Arc::from(drawn))
}

/// Where the lines of a hatching cross edges, one row per line from line `first` on. Lines rise to the right:
/// along one, x + y is the same. A crossing is x − y there. A row is sorted.
struct Crossings {
    first: i64,
    rows: Vec<Vec<f64>>,
}

impl Crossings {
    /// Adds those with the edges of a ring, whose corners are in CSS pixels. The lines go with the map:
    /// one of them goes through `origin`.
    fn add(&mut self, corners: impl Iterator<Item = (f64, f64)> + Clone, origin: (f64, f64)) {
        let phase = origin.0 + origin.1;
        let turned = |(x, y): (f64, f64)| ((x + y - phase) / HATCH, x - y);
        let next = corners.clone().skip(1).chain(corners.clone().take(1));
        for (a, b) in corners.map(turned).zip(next.map(turned)) {
            let (a, b) = if a.0 <= b.0 { (a, b) } else { (b, a) };
            // Each end of an edge belongs to one of the two edges that meet there.
            let last = self.first + self.rows.len() as i64;
            let (from, to) = ((a.0.ceil() as i64).max(self.first), (b.0.ceil() as i64).min(last));
            for line in from..to {
                let at = a.1 + (line as f64 - a.0) / (b.0 - a.0) * (b.1 - a.1);
                if let Some(row) = self.rows.get_mut((line - self.first) as usize) {
                    row.insert(row.partition_point(|other| *other < at), at);
                }
            }
        }
    }
}

/// The rectangle that a name takes around a point, in CSS pixels: its left, top, right and bottom.
fn name_box(name: &str, (x, y): (f64, f64)) -> [f64; 4] {
    let half = super::text::width(name, NAME_SIZE, false) / 2.0 + NAME_ROOM.0;
    let high = NAME_SIZE / 2.0 + NAME_ROOM.1;
    [x - half, y - high, x + half, y + high]
}

/// Where a name lies on the land of an area and within the frame, if anywhere near its middle.
fn place_of_name(area: &Area, camera: &Camera, frame: &Frame, name: &str) -> Option<(f64, f64)> {
    if frame.css_width() < LABEL_FROM {
        return None;
    }
    let (x, y) = camera.to_css(area.anchor);
    let (from, to) = (camera.to_map((0.0, 0.0)), camera.to_map((1.0, 1.0)));
    let mut places =
        NAME_DOWN.iter().flat_map(|down| NAME_RIGHT.iter().map(move |right| (x + right, y + down)));
    places.find(|at| {
        let [left, top, right, bottom] = name_box(name, *at);
        // Most land is smaller than its name.
        let (wide, high) = ((right - left) * (to.0 - from.0), (bottom - top) * (to.1 - from.1));
        let is_large = |ring: &&Ring| {
            let Bounds { left, top, right, bottom } = ring.bounds;
            f64::from(right - left) >= wide && f64::from(bottom - top) >= high
        };
        left >= 0.0
            && top >= 0.0
            && right <= frame.css_width()
            && bottom <= frame.css_height()
            && area.rings.iter().filter(is_large).any(|ring| {
                name_points([left, top, right, bottom]).all(|point| {
                    let (x, y) = camera.to_map(point);
                    ring.contains(x, y)
                })
            })
    })
}

/// Points all over a rectangle, so close that no strait of a few pixels goes through between them. The
/// corners come first.
fn name_points([left, top, right, bottom]: [f64; 4]) -> impl Iterator<Item = (f64, f64)> {
    const ACROSS: [f64; 10] = [0.0, 1.0, 0.5, 0.25, 0.75, 0.125, 0.375, 0.625, 0.875, 0.3];
    ACROSS.into_iter().flat_map(move |across| {
        [0.0, 1.0, 0.5].map(|down| (left + (right - left) * across, top + (bottom - top) * down))
    })
}

/// Takes names away that a disc would lie on.
fn keep_clear(areas: &mut [Laid], disc: f64) {
    let discs: Vec<(f64, f64)> = areas.iter().filter_map(|area| area.disc).collect();
    for area in areas {
        area.name = area.name.take().filter(|(name, at)| {
            let [left, top, right, bottom] = name_box(name, *at);
            discs.iter().all(|&(x, y)| {
                let (dx, dy) = (x - x.clamp(left, right), y - y.clamp(top, bottom));
                dx.hypot(dy) > disc
            })
        });
    }
}

/// The lines that hatch what lies in the frame, within rings, and within an outline if there is one.
fn hatch<'r>(
    camera: &Camera,
    frame: &Frame,
    rings: impl Iterator<Item = &'r Ring> + Clone,
    outline: Option<&Ring>,
) -> Vec<Points> {
    let (width, height) = (frame.css_width(), frame.css_height());
    let origin = camera.to_css((0.0, 0.0));
    let to_css = |&(x, y): &Point| camera.to_css((f64::from(x), f64::from(y)));
    // The lines that go through both the frame and the rectangle around the land.
    let corner = |x: i32, y: i32| {
        let (x, y) = to_css(&(x, y));
        x.clamp(0.0, width) + y.clamp(0.0, height) - origin.0 - origin.1
    };
    let bounds = outline.map(|ring| ring.bounds);
    let bounds = bounds.or_else(|| {
        let mut bounds = rings.clone().map(|ring| ring.bounds);
        bounds.next().map(|first| bounds.fold(first, Bounds::around))
    });
    let Some(bounds) = bounds else { return Vec::new() };
    let first = (corner(bounds.left, bounds.top) / HATCH).ceil() as i64;
    let last = (corner(bounds.right, bounds.bottom) / HATCH).floor() as i64;
    let count = usize::try_from(last - first + 1).unwrap_or_default();

    let crossings = || Crossings { first, rows: vec![Vec::new(); count] };
    let mut land = crossings();
    for ring in rings.filter(|ring| ring.bounds.meets(bounds)) {
        land.add(ring.points.iter().map(to_css), origin);
    }
    let mut within = crossings();
    match outline {
        Some(ring) => within.add(ring.points.iter().map(to_css), origin),
        None => within.rows = vec![vec![f64::NEG_INFINITY, f64::INFINITY]; count],
    }

    let mut lines = Vec::new();
    for (at, (land, within)) in land.rows.iter().zip(&within.rows).enumerate() {
        let sum = (first + at as i64) as f64 * HATCH + origin.0 + origin.1;
        let in_frame = ((-sum).max(sum - 2.0 * height), sum.min(2.0 * width - sum));
        for [from, to] in land.as_chunks().0 {
            for [enter, leave] in within.as_chunks().0 {
                let (from, to) = (from.max(*enter).max(in_frame.0), to.min(*leave).min(in_frame.1));
                let end = |difference: f64| {
                    (frame.px((sum + difference) / 2.0), frame.px((sum - difference) / 2.0))
                };
                if to > from && end(to) != end(from) {
                    lines.push(Arc::from([end(from), end(to)]));
                }
            }
        }
    }
    lines
}

/// Moves discs that would cover each other apart, in the same way each time.
fn spread(areas: &mut [Laid], disc: f64) {
    let discs: Vec<usize> = (0..areas.len()).filter(|&at| areas[at].disc.is_some()).collect();
    for _ in 0..40 {
        let mut moved = false;
        for (at, &a) in discs.iter().enumerate() {
            for &b in &discs[at + 1..] {
                let (Some(here), Some(there)) = (areas[a].disc, areas[b].disc) else { continue };
                if let Some((x, y)) = push(here, there, disc * 2.0 + APART) {
                    areas[a].disc = Some((here.0 - x / 2.0, here.1 - y / 2.0));
                    areas[b].disc = Some((there.0 + x / 2.0, there.1 + y / 2.0));
                    moved = true;
                }
            }
        }
        if !moved {
            return;
        }
    }
}

/// The way to move `there`, which is nearer to `here` than `least`, to be as far away.
fn push(here: (f64, f64), there: (f64, f64), least: f64) -> Option<(f64, f64)> {
    let (dx, dy) = (there.0 - here.0, there.1 - here.1);
    let distance = dx.hypot(dy);
    if distance >= least {
        return None;
    }
    // Two at the very same place part sideways.
    let (ux, uy) = if distance > 1e-6 { (dx / distance, dy / distance) } else { (1.0, 0.0) };
    let way = least - distance + 0.02;
    Some((ux * way, uy * way))
}

/// Which areas hold how much.
#[derive(Clone, Copy, Debug)]
pub struct MapChart<'a> {
    /// The world in the frame.
    pub layout: &'a MapLayout,
    /// One per area of the world, in its order.
    pub looks: &'a [AreaLook],
    /// The area that is pointed at.
    pub pointed: Option<usize>,
    /// The name to write on the land of the subject.
    pub subject: &'a str,
}

impl MapChart<'_> {
    /// Draws the chart over the whole area.
    pub fn draw<DB: DrawingBackend>(
        &self,
        area: &DrawingArea<DB, Shift>,
        palette: &Palette,
    ) -> Result<(), DrawingAreaErrorKind<DB::ErrorType>> {
        self.scene(palette).draw(area)
    }

    /// What [`draw`](Self::draw) draws.
    pub fn scene(&self, palette: &Palette) -> Scene {
        let frame = &self.layout.frame;
        let mut scene = Scene::new(frame, palette);
        let areas = || self.layout.areas.iter().zip(self.looks).enumerate();
        for (_, (area, look)) in areas() {
            let color = fill(*look, palette);
            let rings = area.rings.iter();
            scene
                .shapes
                .extend(rings.map(|points| Shape::Polygon { points: points.clone(), color }));
        }
        let hairline = u32::try_from(frame.hairline()).unwrap_or(1);
        scene.shapes.extend(self.layout.borders.iter().map(|points| Shape::Line {
            points: points.clone(),
            width: hairline,
            color: palette.background,
        }));
        for Hatched { area, lines, .. } in &self.layout.disputed {
            let Some(look) = self.looks.get(*area) else { continue };
            let color = hatching(fill(*look, palette), palette);
            let line =
                |points: &Points| Shape::Line { points: points.clone(), width: hairline, color };
            scene.shapes.extend(lines.iter().map(line));
        }
        let side = dot(frame);
        for (_, (area, look)) in areas().filter(|(_, (_, look))| look.shows_dots()) {
            let color = hatching(fill(*look, palette), palette);
            for (x, y) in self.layout.dots(area) {
                let (left, top) = (x - side / 2, y - side / 2);
                scene.rect(left, top, left + side, top + side, color);
            }
        }
        let is_named = |area: &Laid, look: &AreaLook| {
            look.tone == Tone::Subject && area.disc.is_none() && frame.css_width() >= LABEL_FROM
        };
        for (_, (area, _)) in areas().filter(|(_, (area, look))| is_named(area, look)) {
            let half = super::text::width(self.subject, LABEL_SIZE, false) / 2.0;
            let within = |at: f64, room: f64, size: f64| (room..=size - room).contains(&at);
            let fits = within(area.anchor.0, half, frame.css_width())
                && within(area.anchor.1, LABEL_SIZE, frame.css_height());
            if fits {
                let color = palette.text_muted;
                let look = Type { size: LABEL_SIZE, bold: false, color, align: Align::Middle };
                scene.text(area.anchor.0, area.anchor.1, self.subject, look);
            }
        }
        for (_, (area, look)) in areas() {
            if let Some((name, at)) = area.name.as_ref().filter(|_| look.tone != Tone::Subject) {
                let color = palette.legible_on(fill(*look, palette));
                let look = Type { size: NAME_SIZE, bold: false, color, align: Align::Middle };
                scene.text(at.0, at.1, name, look);
            }
        }
        // Outlines over all land, discs over all outlines.
        let outlined = |index: usize, look: &AreaLook| {
            if self.pointed == Some(index) {
                return Some((palette.text, 1.5));
            }
            match look.state {
                MarkState::Included => Some((palette.accent, 2.0)),
                MarkState::Excluded => Some((palette.excluded, 1.0)),
                MarkState::Plain | MarkState::Muted => None,
            }
        };
        for (index, (area, look)) in areas() {
            if let Some((color, width)) = outlined(index, look) {
                let width = u32::try_from(frame.px(width).max(1)).unwrap_or(1);
                scene.shapes.extend(area.rings.iter().map(|ring| Shape::Line {
                    points: ring.iter().chain(ring.first()).copied().collect(),
                    width,
                    color,
                }));
            }
        }
        for (index, (area, look)) in areas() {
            let Some((x, y)) = area.disc else { continue };
            let (edge, rim) = outlined(index, look).unwrap_or((palette.background, 1.0));
            // What is outlined grows by its rim, so that its colour can still be seen.
            let rim_outside = if outlined(index, look).is_some() { rim } else { 0.0 };
            let disc = Shape::Disc {
                at: (frame.px(x), frame.px(y)),
                radius: frame.px(self.layout.disc + rim_outside).max(1),
                rim: frame.px(rim).max(1),
                color: fill(*look, palette),
                edge,
            };
            scene.shapes.push(disc);
            if look.shows_dots() {
                let color = hatching(fill(*look, palette), palette);
                let radius = frame.px(self.layout.disc * DISC_DOT).max(1);
                let at = (frame.px(x), frame.px(y));
                scene.shapes.push(Shape::Disc { at, radius, rim: 0, color, edge: color });
            }
        }
        scene
    }
}

impl AreaLook {
    /// Whether dots are drawn: what is left out has no count that could be uncertain.
    fn shows_dots(&self) -> bool {
        self.is_dotted && self.state != MarkState::Excluded
    }
}

/// The colour of lines on land of a colour: towards ink or paper, whichever can be seen better there.
pub fn hatching(land: Rgb, palette: &Palette) -> Rgb {
    let [ink, paper] = [palette.text, palette.background];
    let farther = if land.contrast(ink) > land.contrast(paper) { ink } else { paper };
    land.mix(farther, HATCH_INK)
}

fn fill(look: AreaLook, palette: &Palette) -> Rgb {
    let color = look.tone.color(palette);
    match look.state {
        MarkState::Plain | MarkState::Included => color,
        // A class stays recognizable beside the chosen ones.
        MarkState::Muted => color.mix(palette.background, 0.6),
        MarkState::Excluded => palette.land_other,
    }
}
