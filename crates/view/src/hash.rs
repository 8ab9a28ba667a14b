//! The link form of a view: `#/records?agency=MPS&country=LAO,VNM&from=2023-01`.
//!
//! Grammar and words are listed in docs/HOOKS.md. Only what differs from the default is written,
//! keys and values sorted, so equal views have equal links. Reading never fails: what cannot be
//! applied becomes a [`Notice`], the rest holds.

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use super::chart::Chart;
use super::compare::pair::{Half, Pair};
use super::compare::words::{parts, word};
use super::country_table::{CountryColumn, CountrySort, Side};
use super::layer::Layer;
use super::mended::{self, mended};
use super::met_at::MetAt;
use super::notice::{About, Notice, Notices, Why, clip};
use super::own_file::OwnFile;
use super::paper::sections;
use super::split::SplitBy;
use super::split_map::MapSplit;
use super::state::{MOST_DAYS, Page, ViewState};
use super::tour::own::{MOST_STEPS, NoTour, OwnTour};
use super::tour::shipped::Shipped;
use super::tour::{OnTour, Tour};
use super::zoom::Zoom;
use explorer_dataset::date::PartialDate;
use explorer_dataset::pledge::KINDS;
use explorer_dataset::tables::MENTION;
use explorer_explore::Explorer;
use explorer_explore::coding::{NONE, ORGANIZATIONS};
use explorer_explore::facet::Facet;
use explorer_explore::filter::{DateRange, Filters, QUERY_MAX, Standing};
use explorer_explore::grain::Grain;
use explorer_explore::measure::Measure;
use explorer_explore::records::{RecordColumn, Sort};
use explorer_order::order;

/// What has a meaning in the grammar, or would not survive being pasted into a text.
const ESCAPED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'&')
    .add(b'\'')
    .add(b')')
    .add(b'+')
    .add(b',')
    .add(b'.')
    .add(b'/')
    .add(b';')
    .add(b'<')
    .add(b'=')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

pub(crate) fn escape(text: &str) -> String {
    utf8_percent_encode(text, ESCAPED).to_string()
}

pub(crate) fn unescape(text: &str) -> String {
    percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned()
}

/// The link of a view, from `#` on. Of one in a version of the dataset that is not the newest it names
/// that, at its end.
pub fn encode(state: &ViewState) -> String {
    match &state.version {
        Some(version) => encode_with(state, version),
        None => without_version(state),
    }
}

fn without_version(state: &ViewState) -> String {
    let path = match &state.page {
        Page::Overview => "#/overview".to_owned(),
        Page::Map => "#/map".to_owned(),
        Page::Countries => "#/countries".to_owned(),
        Page::Country(iso3) => format!("#/country/{}", escape(iso3)),
        Page::Organization(id) => format!("#/org/{}", escape(id)),
        Page::People => "#/people".to_owned(),
        Page::Official(id) => format!("#/official/{}", escape(id)),
        Page::Forums => "#/forums".to_owned(),
        Page::Forum(id) => format!("#/forum/{}", escape(id)),
        Page::Pledges => "#/pledges".to_owned(),
        Page::Compare(_) => "#/compare".to_owned(),
        Page::Paper(section) if section.is_empty() => "#/paper".to_owned(),
        Page::Paper(section) => format!("#/paper/{}", escape(section)),
        Page::Records => "#/records".to_owned(),
        Page::Record(id) => format!("#/record/{}", escape(id)),
        Page::Method => "#/method".to_owned(),
        Page::Changes => "#/changes".to_owned(),
        Page::File => "#/file".to_owned(),
        Page::Saved => "#/saved".to_owned(),
        Page::Check => "#/check".to_owned(),
    };
    joined(&path, &pairs(state), None)
}

/// A link of its path and its pairs, which are sorted, and of the version that it names at its end.
pub(crate) fn joined(path: &str, pairs: &[String], version: Option<&str>) -> String {
    let sorted = order(pairs.len(), &|a, b| pairs[a].cmp(&pairs[b]));
    let mut pairs: Vec<&str> = sorted.into_iter().map(|at| pairs[at].as_str()).collect();
    let version = version.map(|version| format!("data={version}"));
    pairs.extend(version.as_deref());
    if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) }
}

/// The link of a view that also says for which version of the dataset it was made.
pub fn encode_with(state: &ViewState, version: &str) -> String {
    let link = without_version(state);
    let joint = if link.contains('?') { '&' } else { '?' };
    // A version is made of digits and dots. A reader's own file can have any name.
    match OwnFile::read(version) {
        Some(_) => format!("{link}{joint}data={}", escape(version)),
        None => format!("{link}{joint}data={version}"),
    }
}

/// `key=value` for everything that differs from the default; every key once.
fn pairs(state: &ViewState) -> Vec<String> {
    let mut pairs = Vec::new();
    let mut add = |key: &str, value: &str| pairs.push(format!("{key}={value}"));
    for (key, value) in filter_pairs(&state.filters) {
        add(key, &value);
    }
    if let Some(except) = state.filters.except() {
        add("except", &word(except));
    }
    if let Page::Compare(pair) = &state.page {
        if !pair.a.is_empty() {
            add(Half::A.key(), &word(&pair.a));
        }
        if pair.is_all_else() {
            add(Half::B.key(), ELSE);
        } else if !pair.b.is_empty() {
            add(Half::B.key(), &word(&pair.b));
        }
    }
    let default = ViewState::default();
    if state.measure != default.measure {
        add("measure", state.measure.id());
    }
    if state.grain != default.grain {
        add("by", state.grain.id());
    }
    if state.sort != default.sort {
        add("sort", &sort_words(state.sort.descending, state.sort.column.id()));
    }
    if state.country_sort != default.country_sort {
        let CountrySort { column, descending } = state.country_sort;
        add("order", &sort_words(descending, &column.id()));
    }
    if state.met != default.met {
        add("met", &escape(state.met.id()));
    }
    for side in Side::BOTH {
        if let Some(period) = state.periods.chosen(side) {
            add(side.key(), &period.to_string());
        }
    }
    if state.layer != default.layer {
        add("layer", &escape(&state.layer.id()));
    }
    match &state.zoom {
        Zoom::World => {}
        Zoom::Region(region) => add("zoom", &escape(region)),
        Zoom::Place(place) => add("zoom", &place.to_string()),
    }
    if state.within != default.within {
        add("within", &state.within.to_string());
    }
    if state.computable {
        add("numbers", "computable");
    }
    if let Some(by) = state.map_split {
        add("maps", by.id());
    }
    if let Some(by) = state.split {
        add("split", by.id());
    }
    if let Some(around) = state.around {
        add("around", if around { "yes" } else { "no" });
    }
    let columns = state.columns();
    if columns != RecordColumn::DEFAULT {
        let ids: Vec<_> = columns.iter().map(|c| c.id()).collect();
        add("cols", &ids.join(","));
    }
    if !state.kinds().is_empty() {
        add("kind", &state.kinds().join(","));
    }
    if !state.tables().is_empty() {
        let ids: Vec<_> = state.tables().iter().map(|c| c.id()).collect();
        add("table", &ids.join(","));
    }
    pairs.extend(state.tour.iter().flat_map(OnTour::pairs));
    pairs
}

/// The second half of a comparison that is all that is not in the first.
const ELSE: &str = "else";

/// Key and value of each filter but a selection that is left out.
pub(crate) fn filter_pairs(filters: &Filters) -> Vec<(&'static str, String)> {
    let mut pairs = Vec::new();
    for (facet, selection) in filters.selections() {
        let included = selection.included().iter().map(|id| escape(id));
        let excluded = selection.excluded().iter().map(|id| format!("!{}", escape(id)));
        pairs.push((facet.key(), included.chain(excluded).collect::<Vec<_>>().join(",")));
    }
    for (key, date) in [("from", filters.range.from()), ("to", filters.range.to())] {
        pairs.extend(date.map(|date| (key, date.to_string())));
    }
    if !filters.query().is_empty() {
        pairs.push(("q", escape(filters.query())));
    }
    pairs
}

fn sort_words(descending: bool, id: &str) -> String {
    if descending { format!("-{id}") } else { id.to_owned() }
}

/// Whether a link asks for the order from the top, and for which column.
fn sort_of(value: &str) -> (bool, &str) {
    value.strip_prefix('-').map_or((false, value), |id| (true, id))
}

/// The view of a link, from `#` on, and notices about what could not be applied.
pub fn decode(hash: &str, explorer: &Explorer) -> (ViewState, Vec<Notice>) {
    let mut reader = Reader {
        explorer,
        state: ViewState::of(explorer, Page::default()),
        notices: Notices::default(),
        selection: None,
    };
    let hash = mended(hash.strip_prefix('#').unwrap_or(hash));
    let (path, query) = hash.split_once('?').unwrap_or((&hash, ""));
    reader.path(path);
    let mut range = (None, None);
    let mut made_for = None;
    let (mut tour, mut step) = (None, None);
    let mut halves = [const { None }; 2];
    let is_compared = reader.state.page.pair().is_some();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = mended::pair(pair);
        match key.as_str() {
            "data" => made_for = Some(value),
            "tour" => tour = Some(value),
            "step" => step = Some(value),
            "a" if is_compared => halves[0] = Some(value),
            "b" if is_compared => halves[1] = Some(value),
            key => reader.pair(key, &value, &mut range),
        }
    }
    reader.range(range);
    if is_compared {
        reader.halves(halves);
    }
    reader.tour(tour.as_deref(), step.as_deref());
    if let Some(version) = made_for {
        reader.version(&version);
    }
    (reader.state, reader.notices.finish())
}

/// The version of the dataset that a link names, as it stands there.
pub fn version_of(hash: &str) -> Option<String> {
    let hash = mended(hash);
    let (_, query) = hash.split_once('?')?;
    // The last one holds, as when the link is read.
    let mut pairs = query.split('&').rev().map(mended::pair);
    pairs.find(|(key, _)| key == "data").map(|(_, version)| version)
}

struct Reader<'e> {
    explorer: &'e Explorer,
    state: ViewState,
    notices: Notices,
    /// The key of the selection that is being read, if the filters are not those of the link.
    selection: Option<&'static str>,
}

impl Reader<'_> {
    fn note(&mut self, key: &str, message: impl Into<String>) {
        let place = self.place(key);
        self.notices.add(&place, || message.into());
    }

    /// Where a key stands.
    fn place(&self, key: &str) -> String {
        match self.selection {
            Some(selection) => format!("{key} in {selection}"),
            None => key.to_owned(),
        }
    }

    fn path(&mut self, path: &str) {
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        self.state.page = match parts.as_slice() {
            [] | ["overview"] => Page::Overview,
            ["map"] => Page::Map,
            ["countries"] => Page::Countries,
            ["country", iso3] => {
                self.subject(Facet::Country, iso3).map_or(Page::Countries, Page::Country)
            }
            ["org", id] => {
                self.subject(Facet::Organization, id).map_or(Page::Countries, Page::Organization)
            }
            ["people"] => Page::People,
            ["official", id] => {
                self.subject(Facet::Official, id).map_or(Page::People, Page::Official)
            }
            ["forums"] => Page::Forums,
            ["forum", id] => self.subject(Facet::Forum, id).map_or(Page::Forums, Page::Forum),
            ["pledges"] => Page::Pledges,
            ["compare"] => Page::Compare(Box::default()),
            ["paper"] => Page::Paper(String::new()),
            ["paper", section] => {
                let section = unescape(section);
                if sections(self.explorer).any(|known| known == section) {
                    Page::Paper(section)
                } else {
                    let known: Vec<_> = sections(self.explorer).collect();
                    let message = format!(
                        "there is no section \u{201c}{}\u{201d}, expected one of {}",
                        clip(&section),
                        known.join(", ")
                    );
                    self.note("paper", message);
                    Page::Paper(String::new())
                }
            }
            ["records"] => Page::Records,
            ["method"] => Page::Method,
            ["changes"] => Page::Changes,
            ["file"] => Page::File,
            ["saved"] => Page::Saved,
            ["check"] => Page::Check,
            ["record", id] => {
                let id = unescape(id);
                let dataset = self.explorer.dataset();
                // One that was withdrawn has its page, which says why: links name it.
                if dataset.events.iter().any(|event| event.id == id)
                    || dataset.withdrawn_event(&id).is_some()
                {
                    Page::Record(id)
                } else {
                    let message = format!(
                        "the dataset has no record \u{201c}{}\u{201d}; all records are shown instead",
                        clip(&id)
                    );
                    self.note("record", message);
                    Page::Records
                }
            }
            _ => {
                let message = "there is no such view; the overview is shown instead (views: overview, map, countries, country/ISO3, org/ID, people, official/ID, forums, forum/ID, pledges, compare, paper, paper/SECTION, records, record/ID, method, changes, file, saved, check)";
                self.note(path, message);
                Page::Overview
            }
        };
    }

    /// The id of what a profile is about, as the dataset spells it.
    fn subject(&mut self, facet: Facet, id: &str) -> Option<String> {
        let id = unescape(id);
        let known = self.explorer.table().dictionary(facet).canonical(&id);
        let forum = || {
            // Most forums have no record, and so no value of the facet.
            let forums = self.explorer.dataset().forums.iter().filter(|_| facet == Facet::Forum);
            forums.map(|forum| forum.id.as_str()).find(|known| known.eq_ignore_ascii_case(&id))
        };
        let known = known.filter(|id| *id != NONE).or_else(forum).map(str::to_owned);
        if known.is_none() {
            let (what, list) = match facet {
                Facet::Country => ("country with the code", "countries"),
                Facet::Official => ("official with the id", "officials"),
                Facet::Forum => ("forum with the id", "forums"),
                _ => ("organization with the id", "countries"),
            };
            let message = format!(
                "the dataset has no {what} \u{201c}{}\u{201d}; the list of {list} is shown instead",
                clip(&id)
            );
            self.note(facet.key(), message);
        }
        known
    }

    fn pair(
        &mut self,
        key: &str,
        value: &str,
        range: &mut (Option<PartialDate>, Option<PartialDate>),
    ) {
        if let Some(facet) = Facet::from_key(key) {
            if !self.state.page.base().selection(facet).is_empty() {
                return self.note(key, "ignored: this page is about one alone");
            }
            return self.facet(facet, value);
        }
        match key {
            "from" => range.0 = self.date(key, value).or(range.0),
            "to" => range.1 = self.date(key, value).or(range.1),
            "q" => self.query(value),
            "except" => {
                let except = self.selected("except", value);
                self.state.filters.set_except(Some(&except));
            }
            "measure" => {
                let found = Measure::ALL.into_iter().find(|m| m.id() == value);
                if let Some(measure) =
                    self.word(key, value, found, || "interactions, events, countries".to_owned())
                {
                    self.state.measure = measure;
                }
            }
            "by" => {
                let found = Grain::ALL.into_iter().find(|g| g.id() == value);
                if let Some(grain) =
                    self.word(key, value, found, || "month, quarter, year".to_owned())
                {
                    self.state.grain = grain;
                }
            }
            "sort" => {
                let (descending, id) = sort_of(value);
                let found = RecordColumn::from_id(id);
                if let Some(column) = self.word(key, value, found, column_words) {
                    self.state.sort = Sort { column, descending };
                }
            }
            "order" => {
                let (descending, id) = sort_of(value);
                let words = || CountryColumn::ALL.map(CountryColumn::id).join(", ");
                let found = CountryColumn::from_id(id);
                if let Some(column) = self.word(key, value, found, words) {
                    self.state.country_sort = CountrySort { column, descending };
                }
            }
            "met" => {
                let found = MetAt::from_id(value, self.explorer);
                let words = || "forums, or the id of a forum".to_owned();
                if let Some(met) = self.word(key, value, found, words) {
                    self.state.met = met;
                }
            }
            "earlier" | "later" => match value.parse() {
                Ok(period) => {
                    let side = if key == "later" { Side::Later } else { Side::Earlier };
                    self.state.periods.choose(side, period);
                }
                Err(error) => {
                    self.note(key, format!("{error}, or two of them joined by two dots; ignored"));
                }
            },
            "layer" => {
                let dataset = self.explorer.dataset();
                let found = Layer::from_id(value, dataset);
                let words = || {
                    let groups = Layer::groups(dataset);
                    let all = groups.iter().flat_map(|(_, all)| all);
                    all.map(Layer::id).collect::<Vec<_>>().join(", ")
                };
                if let Some(layer) = self.word(key, value, found, words) {
                    self.state.layer = layer;
                }
            }
            "within" => {
                let found = value.parse().ok().filter(|days| *days <= MOST_DAYS);
                let words = || format!("a number of days, at most {MOST_DAYS}");
                self.state.within = self.word(key, value, found, words).unwrap_or_default();
            }
            "numbers" => {
                let found = (value == "computable").then_some(true);
                let words = || "computable".to_owned();
                self.state.computable = self.word(key, value, found, words).unwrap_or_default();
            }
            "maps" => {
                let words = || MapSplit::ALL.map(MapSplit::id).join(", ");
                self.state.map_split = self.word(key, value, MapSplit::from_id(value), words);
            }
            "split" => {
                let words = || SplitBy::ALL.map(SplitBy::id).join(", ");
                self.state.split = self.word(key, value, SplitBy::from_id(value), words);
            }
            "around" => {
                let found = match value {
                    "yes" => Some(true),
                    "no" => Some(false),
                    _ => None,
                };
                self.state.around = self.word(key, value, found, || "yes or no".to_owned());
            }
            "zoom" => self.zoom(value),
            "cols" => {
                let columns: Vec<_> = value
                    .split(',')
                    .filter_map(|id| self.word(key, id, RecordColumn::from_id(id), column_words))
                    .collect();
                self.state.set_columns(&columns);
            }
            "kind" => {
                let words = || KINDS.join(", ");
                for id in value.split(',') {
                    let found = KINDS.into_iter().find(|kind| *kind == id);
                    let found = self.word(key, id, found, words);
                    if let Some(kind) = found.filter(|k| !self.state.kinds().contains(k)) {
                        self.state.toggle_kind(kind);
                    }
                }
            }
            "table" => {
                let words = || Chart::ALL.map(Chart::id).join(", ");
                for id in value.split(',') {
                    let found = self.word(key, id, Chart::from_id(id), words);
                    if let Some(chart) = found.filter(|c| !self.state.tables().contains(c)) {
                        self.state.toggle_table(chart);
                    }
                }
            }
            "a" | "b" => self.note(key, "ignored: only a comparison has two selections"),
            _ => self.note(key, "this key is not known and was ignored"),
        }
    }

    fn zoom(&mut self, value: &str) {
        let regions = self.explorer.table().dictionary(Facet::Region);
        let region = regions.canonical(value).filter(|id| *id != ORGANIZATIONS);
        self.state.zoom = match (region, value.parse()) {
            (Some(region), _) => Zoom::Region(region.to_owned()),
            (None, Ok(place)) => Zoom::Place(place),
            (None, Err(())) => {
                let given = clip(value);
                let message = format!(
                    "\u{201c}{given}\u{201d} was ignored; expected a region, or a factor from 1 to 16 and a place in percent, as in 3.5,71.2,44"
                );
                return self.note("zoom", message);
            }
        };
    }

    /// Passes `found` on, or notes what was expected in its place.
    fn word<T>(
        &mut self,
        key: &str,
        given: &str,
        found: Option<T>,
        expected: impl FnOnce() -> String,
    ) -> Option<T> {
        if found.is_none() {
            let place = self.place(key);
            self.notices.add_value(&place, given, || Why::Expected(expected()));
        }
        found
    }

    fn date(&mut self, key: &str, value: &str) -> Option<PartialDate> {
        match value.parse() {
            Ok(date) => Some(date),
            Err(error) => {
                self.note(key, format!("{error}; ignored"));
                None
            }
        }
    }

    fn range(&mut self, (from, to): (Option<PartialDate>, Option<PartialDate>)) {
        let range = DateRange::new(from, to);
        if (range.from(), range.to()) != (from, to) {
            self.note("from", "the range began after its end; the two dates were swapped");
        }
        self.state.filters.range = range;
    }

    fn query(&mut self, value: &str) {
        let text = unescape(value);
        self.state.filters.set_query(&text);
        if text.chars().count() > QUERY_MAX {
            self.note("q", format!("only the first {QUERY_MAX} characters are searched"));
        }
    }

    /// The selections of a comparison, once the link's own filters are known.
    fn halves(&mut self, [a, b]: [Option<String>; 2]) {
        let a = a.map(|a| self.selected("a", &a)).unwrap_or_default();
        let pair = match b.as_deref() {
            Some(ELSE) => Pair::with_all_else(&a).unwrap_or_else(|| {
                let message = "ignored: there is all else of a selection only, and of one that leaves out none itself";
                self.note("b", message);
                Pair { a, b: Filters::default() }
            }),
            b => Pair { b: b.map(|b| self.selected("b", b)).unwrap_or_default(), a },
        };
        self.state.page = Page::Compare(Box::new(pair));
    }

    /// The filters of a selection that is one word of the link, under a key.
    fn selected(&mut self, key: &'static str, word: &str) -> Filters {
        // They are read like those of the link, in the place of them.
        let outer = std::mem::take(&mut self.state.filters);
        let before = self.selection.replace(key);
        let mut range = (None, None);
        for (part, value) in parts(word) {
            match (part, Facet::from_key(part)) {
                (_, Some(facet)) => self.facet(facet, value),
                ("from", _) => range.0 = self.date(part, value).or(range.0),
                ("to", _) => range.1 = self.date(part, value).or(range.1),
                ("q", _) => self.query(value),
                ("except", _) if key != "except" => {
                    let except = self.selected("except", &unescape(value));
                    self.state.filters.set_except(Some(&except));
                }
                _ => self.note(part, "this is no filter of a selection and was ignored"),
            }
        }
        self.range(range);
        self.selection = before;
        std::mem::replace(&mut self.state.filters, outer)
    }

    /// The tour that the link is on.
    fn tour(&mut self, word: Option<&str>, step: Option<&str>) {
        let Some(word) = word else {
            if step.is_some() {
                self.note("step", "ignored: only a tour has steps");
            }
            return;
        };
        let shipped = || Shipped::from_id(&unescape(word)).map(Tour::Shipped);
        let tour = match OwnTour::read(word) {
            Some(Ok(tour)) => Tour::Own(tour.into()),
            Some(Err(why)) => {
                let why = match why {
                    NoTour::Empty => "it has no step".to_owned(),
                    NoTour::TooManySteps(count) => {
                        format!("it has {count} steps, and {MOST_STEPS} is the most")
                    }
                    NoTour::TooLong(_) => "it is too long".to_owned(),
                };
                return self.note("tour", format!("the tour of this link was ignored: {why}"));
            }
            None => match shipped() {
                Some(tour) => tour,
                None => {
                    let words = || {
                        let ids = Shipped::ALL.map(Shipped::id).join(", ");
                        format!("{ids}, or a title, links and sentences joined by ~")
                    };
                    let given = unescape(word);
                    self.word("tour", &given, None::<()>, words);
                    return;
                }
            },
        };
        let at = step.map(|step| step.parse().ok().and_then(|step: usize| step.checked_sub(1)));
        let length = tour.len();
        self.state.tour = match at {
            None => Some(OnTour::start(tour)),
            Some(at) => at.and_then(|at| OnTour::new(tour.clone(), at)).or_else(|| {
                let given = clip(step.unwrap_or_default());
                let message = format!(
                    "\u{201c}{given}\u{201d} is no step from 1 to {length}; the first one is taken instead"
                );
                self.note("step", message);
                Some(OnTour::start(tour))
            }),
        };
    }

    /// The version of the dataset that the link was made for: nothing of it is ignored, but what it
    /// shows can have changed.
    fn version(&mut self, made: &str) {
        if let Some(file) = OwnFile::read(made) {
            return self.own_file(&file);
        }
        if self.explorer.is_own() {
            return;
        }
        let now = &self.explorer.dataset().codebook.version;
        let Some((made_for, here)) = numbers(made).zip(numbers(now)) else {
            let given = clip(made);
            let message = format!(
                "\u{201c}{given}\u{201d} is not a version of the dataset and was ignored; you see version {now}"
            );
            return self.note("data", message);
        };
        let made = clip(made);
        if made_for < here {
            let message = format!("This link was made with version {made}; you see {now}.");
            self.notices.add_about("data", About::OlderVersion, message);
        } else if made_for > here {
            let message = format!(
                "This link was made with version {made}, which is newer than what you see, {now}: numbers can differ."
            );
            self.notices.add_about("data", About::NewerVersion, message);
        }
    }

    /// The reader's own file that the link was made for.
    fn own_file(&mut self, file: &OwnFile) {
        let shown = self.explorer.named().and_then(OwnFile::read);
        let name = clip(&file.name);
        let message = match shown {
            Some(shown) if shown.hash == file.hash => return,
            Some(_) => format!(
                "This link was made for other content: that of the file \u{201c}{name}\u{201d}, hash {}. Numbers can differ.",
                file.hash
            ),
            None => format!(
                "This link shows a file of somebody\u{2019}s own, \u{201c}{name}\u{201d}, which is not a part of it. You see the open dataset."
            ),
        };
        self.notices.add_about("data", About::OwnFile, message);
    }

    fn facet(&mut self, facet: Facet, value: &str) {
        let place = self.place(facet.key());
        for item in value.split(',') {
            let (standing, id) = match item.strip_prefix('!') {
                Some(id) => (Standing::Excluded, id.trim_start()),
                None => (Standing::Included, item),
            };
            let known: Vec<String> = match self.explorer.table().dictionary(facet).canonical(id) {
                Some(id) => vec![id.to_owned()],
                None => self.group(facet, id),
            };
            if id.is_empty() {
                self.notices.add_empty(&place);
            } else if known.is_empty() {
                self.notices.add_value(&place, id, || Why::NoValuesOf(facet.title()));
            }
            for id in known {
                self.state.filters.set(facet, &id, standing);
            }
        }
    }

    /// Shorthands that stand for several values: `gsi=yes` for every kind of support.
    fn group(&self, facet: Facet, id: &str) -> Vec<String> {
        match (facet, id) {
            (Facet::Gsi, "yes") => {
                let bases = &self.explorer.dataset().codebook.vocabularies.gsi_bases;
                let supports = bases.iter().filter(|basis| basis.word != MENTION);
                supports.map(|basis| basis.id.clone()).collect()
            }
            (Facet::Gsi, "no") => vec![MENTION.to_owned(), NONE.to_owned()],
            _ => Vec::new(),
        }
    }
}

/// The numbers of a version, `1.10.0`; `None` if it is none.
fn numbers(version: &str) -> Option<Vec<u32>> {
    version.split('.').map(|number| number.parse().ok()).collect()
}

fn column_words() -> String {
    RecordColumn::ALL.map(RecordColumn::id).join(", ")
}
