//! View state: everything a link restores, as a plain value; its link form; its words.

pub mod card;
pub mod chart;
pub mod classes;
pub mod contacts;
pub mod countries;
pub mod country_list;
pub mod country_table;
pub mod finding;
pub mod hash;
pub mod heat;
pub mod layer;
pub mod layer_notes;
pub mod map;
pub mod notice;
pub mod paper;
pub mod people;
pub mod places;
pub mod profile;
pub mod published;
pub mod ranking;
pub mod seniority;
pub mod sentence;
pub mod state;
pub mod time;
pub mod whole;
pub mod zoom;
