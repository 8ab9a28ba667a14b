//! Stands in for the crate `wasm-streams`, which Leptos brings along for its server functions.
//!
//! The page has no server and never makes a stream. But the real crate exports classes to
//! JavaScript, and what is exported is never removed: the page would load them, and the tasks and
//! promises behind them. Here are the types that Leptos is compiled against; none can be had.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use wasm_bindgen::JsValue;

/// A stream of JavaScript's, of which there is none.
#[derive(Debug)]
pub struct ReadableStream(Infallible);

/// What is read from such a stream.
#[derive(Debug)]
pub struct IntoStream(Infallible);

impl ReadableStream {
    /// Would read a stream of JavaScript's.
    pub fn from_raw(_: web_sys::ReadableStream) -> Self {
        unreachable!("the page calls no server")
    }

    /// Would hand a stream of ours to JavaScript.
    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        unreachable!("the page calls no server")
    }

    /// JavaScript's stream.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        match self.0 {}
    }

    /// What is read from it.
    pub fn into_stream(self) -> IntoStream {
        match self.0 {}
    }
}

impl Stream for IntoStream {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match self.0 {}
    }
}
