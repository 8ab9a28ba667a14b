//! From somebody's file to a table under filters: fills the engine with what the reader reads,
//! under a mapping.
