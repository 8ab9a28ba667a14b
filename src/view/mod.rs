//! View state: everything a link restores, as a plain value; its link form; its words.

pub mod card;
pub mod chart;
pub mod classes;
pub mod contacts;
pub mod countries;
pub mod country_list;
pub mod country_table;
pub mod finding;
pub mod forum_share;
pub mod forums;
pub mod hash;
pub mod layer;
pub mod layer_notes;
pub mod map;
pub mod notice;
pub mod places;
pub mod pledges;
pub mod profile;
pub mod ranking;
pub mod seniority;
pub mod sentence;
pub mod state;
pub mod time;
pub mod whole;
pub mod zoom;
