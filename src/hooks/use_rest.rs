//! When nothing has changed for a moment.

use std::time::Duration;

use leptos::leptos_dom::helpers::set_timeout_with_handle;
use leptos::prelude::*;

use crate::life::within;

/// How long nothing may change before what is out of sight is brought up to date.
const REST: Duration = Duration::from_millis(120);

/// A trigger that notifies once `track` has not been notified for [`REST`].
pub fn use_rest(track: impl Fn() + 'static) -> Trigger {
    let rested = Trigger::new();
    let timer = StoredValue::new_local(None::<TimeoutHandle>);
    Effect::new(move |is_first: Option<()>| {
        track();
        if is_first.is_none() {
            return;
        }
        if let Some(timer) = timer.get_value() {
            timer.clear();
        }
        let rest = within(move || rested.notify());
        timer.set_value(set_timeout_with_handle(rest, REST).ok());
    });
    rested
}
