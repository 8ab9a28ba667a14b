//! What the data is: records, tables, codebook; parsing and checking them.
//!
//! Uses none of the other crates, so that the build script of `explorer-embedded` can refuse a broken
//! dataset.

pub mod around;
pub mod changes;
pub mod check;
pub mod codebook;
pub mod date;
pub mod event;
#[cfg(not(target_arch = "wasm32"))]
mod explain;
pub mod forum;
pub mod forum_edition;
pub mod hash;
mod json;
mod lookup;
pub mod matched;
pub mod membership;
mod object;
pub mod other_names;
pub mod own;
pub mod paper;
pub mod parse;
pub mod pledge;
pub mod release;
pub mod slug;
pub mod tables;
mod whole;
pub mod withdrawn;

use codebook::Codebook;
use event::Event;
use forum::Forum;
use forum_edition::ForumEdition;
use membership::Membership;
use other_names::OtherNames;
use paper::{Exhibit, PublishedNumber};
use pledge::Pledge;
use tables::{Agency, Country, GsiSupport, Official, Region};
use withdrawn::WithdrawnEvent;

pub use lookup::Naming;
pub use parse::{At, ParseError, Sources};

/// A whole dataset, parsed. Whether its parts agree with each other says [`check::check`].
#[derive(Debug, Clone, PartialEq)]
pub struct Dataset {
    /// Identity, fields and vocabularies.
    pub codebook: Codebook,
    /// Chinese agencies.
    pub agencies: Vec<Agency>,
    /// Chinese officials.
    pub officials: Vec<Official>,
    /// Countries, China excepted: it is no counterpart.
    pub countries: Vec<Country>,
    /// Regions, and one more for organizations.
    pub regions: Vec<Region>,
    /// Countries that have publicly supported the Global Security Initiative.
    pub gsi_support: Vec<GsiSupport>,
    /// Lists of members of organizations and mechanisms.
    pub memberships: Vec<Membership>,
    /// Editions of the Lianyungang forum by year, also the years without one.
    pub forum_editions: Vec<ForumEdition>,
    /// Forums, mechanisms and organizations, in the order of the file.
    pub forums: Vec<Forum>,
    /// Pledges of training, equipment, facilities and the like, in the order of the file.
    pub pledges: Vec<Pledge>,
    /// Figures and tables of the paper, in their order.
    pub exhibits: Vec<Exhibit>,
    /// Numbers that the paper prints, those of a group side by side.
    pub published: Vec<PublishedNumber>,
    /// Meetings and multilateral sessions, in the order of the file.
    pub events: Vec<Event>,
    /// Records that an earlier version counted; they count nowhere, but keep their ids.
    pub withdrawn: Vec<WithdrawnEvent>,
    /// What else readers call what it names.
    pub other_names: Vec<OtherNames>,
}
