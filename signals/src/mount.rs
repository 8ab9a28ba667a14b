//! Beginning.

use any_spawner::Executor;
use reactive_graph::owner::Owner;

/// Runs `fill` as the owner of all that it makes, for as long as the page is open.
pub fn mount_to_body(fill: impl FnOnce()) {
    // Effects run as tasks of the browser's. An error would only say that this is set up already.
    _ = Executor::init_wasm_bindgen();
    let owner = Owner::new();
    owner.with(fill);
    std::mem::forget(owner);
}
