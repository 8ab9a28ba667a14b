//! How a change of the view enters the browser's history.

/// How a change of the view enters the browser's history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A deliberate step: back undoes it.
    Push,
    /// Part of a step that is going on, such as a drag or typing.
    Replace,
}
