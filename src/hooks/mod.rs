//! Hooks: what components ask of the browser, as signals that clean up after themselves.

pub mod after_effects;
pub mod arrow_keys;
pub mod clipboard;
pub mod download;
pub mod focus;
pub mod storage;
pub mod tell_height;
pub mod use_in_sight;
pub mod use_item_signals;
pub mod use_length;
pub mod use_rest;
pub mod use_screen;
pub mod use_theme;
pub mod use_window_event;
pub mod whole;
