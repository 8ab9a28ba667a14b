//! A page that nobody has touched is laid out and painted whole: archives and pictures of a whole page would
//! have gaps where charts are that nobody has scrolled to.
//!
//! From the first touch on, what is out of sight is left out (`figure.css`): that halves the time of a step.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use leptos_use_event_listener::{UseEventListenerOptions, use_event_listener_with_options};

use crate::hooks::whole::set_whole;
use crate::life::within;
use crate::start::Start;

/// How long the start is over before: a reader comes first.
const PATIENCE: Duration = Duration::from_secs(1);

/// Shows all charts in a while, unless or until somebody does something.
pub fn show_all(start: &Start) {
    let touched = StoredValue::new(false);
    for event in ["pointermove", "pointerdown", "keydown", "wheel"] {
        let event = ev::Custom::<ev::Event>::new(event);
        let options = UseEventListenerOptions::default().capture(true).once(true).passive(true);
        let touch = move |_| {
            if !touched.get_value() {
                touched.set_value(true);
                set_whole(false);
            }
        };
        _ = use_event_listener_with_options(window(), event, touch, options);
    }
    let rest = move || {
        if !touched.get_value() {
            set_whole(true);
        }
    };
    start.when_complete(move || set_timeout(within(rest), PATIENCE));
}
