//! Files that the explorer has written itself.
