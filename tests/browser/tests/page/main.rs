//! The built page in a real browser, compared with the native engine. One module per theme.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod address;
mod changes;
mod charts;
mod countries;
mod facets;
mod file_loading;
mod filtering;
mod focus;
mod forums;
mod frame;
mod hygiene;
mod keyboard;
mod leftovers;
mod links;
mod map;
mod numbers;
mod offline;
mod own_file;
mod paper;
mod people;
mod place;
mod pledges;
mod print;
mod profile;
mod record;
mod records;
mod room;
mod safety;
mod search;
mod single_file;
mod spoken;
mod tables;
mod take_away;
mod timeline;
mod weight;
