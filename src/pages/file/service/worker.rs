//! A service in a worker.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, MessageEvent, Worker};

use super::link::Gone;
use super::script::Module;

/// A worker with a service. It ends with this value.
pub struct WorkerLink {
    worker: Worker,
    shared: Rc<Shared>,
    /// What the worker calls. They live as long as it does.
    _heard: Closure<dyn FnMut(MessageEvent)>,
    _broke: Closure<dyn FnMut(Event)>,
}

#[derive(Default)]
struct Shared {
    /// Who waits for a reply, in the order of the requests.
    waiting: RefCell<VecDeque<Function>>,
    gone: Cell<Option<Why>>,
}

#[derive(Debug, Clone, Copy)]
enum Why {
    Ended,
    Broken,
}

impl From<Why> for Gone {
    fn from(why: Why) -> Self {
        match why {
            Why::Ended => Self::Ended,
            Why::Broken => Self::Broken,
        }
    }
}

impl Shared {
    /// A promise of the next reply that nobody waits for yet.
    fn next(&self) -> Promise {
        Promise::new(&mut |resolve, _| self.waiting.borrow_mut().push_back(resolve))
    }

    fn hand(&self, reply: &JsValue) {
        let first = self.waiting.borrow_mut().pop_front();
        if let Some(first) = first {
            _ = first.call1(&JsValue::NULL, reply);
        }
    }

    /// Nobody gets a reply any more.
    fn stop(&self, why: Why) {
        if self.gone.get().is_none() {
            self.gone.set(Some(why));
        }
        while !self.waiting.borrow().is_empty() {
            self.hand(&JsValue::UNDEFINED);
        }
    }
}

impl WorkerLink {
    /// Starts a worker, given the countries in JSON. `None` if it does not come to work.
    pub async fn start(module: &Module, countries: &str) -> Option<Self> {
        let worker = module.start_worker(countries)?;
        let shared = Rc::new(Shared::default());
        let heard = Closure::new({
            let shared = shared.clone();
            move |event: MessageEvent| shared.hand(&event.data())
        });
        let broke = Closure::new({
            let shared = shared.clone();
            move |event: Event| {
                // Otherwise the page would be told of it, too.
                event.prevent_default();
                shared.stop(Why::Broken);
            }
        });
        // A closure is a function of JavaScript; only its type does not say so.
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onmessageerror(Some(broke.as_ref().unchecked_ref()));
        worker.set_onerror(Some(broke.as_ref().unchecked_ref()));
        let link = Self { worker, shared, _heard: heard, _broke: broke };
        // The first thing that it says is that it is ready.
        link.reply().await.is_ok().then_some(link)
    }

    /// The next reply that nobody waits for yet.
    async fn reply(&self) -> Result<JsValue, Gone> {
        if let Some(why) = self.shared.gone.get() {
            return Err(why.into());
        }
        let reply = JsFuture::from(self.shared.next()).await;
        match self.shared.gone.get() {
            Some(why) => Err(why.into()),
            None => reply.map_err(|_| Gone::Broken),
        }
    }

    /// Sends a request that is packed, with bytes that belong to the worker afterwards, and waits for the reply.
    ///
    /// # Errors
    /// Why there is no reply.
    pub async fn send(
        &self,
        request: &Uint8Array,
        bytes: Option<&Uint8Array>,
    ) -> Result<JsValue, Gone> {
        let message = Array::of1(request);
        let moved = Array::of1(&request.buffer());
        if let Some(bytes) = bytes {
            message.push(bytes);
            moved.push(&bytes.buffer());
        }
        let posted = self.worker.post_message_with_transfer(&message, &moved);
        posted.map_err(|_| Gone::Broken)?;
        self.reply().await
    }

    /// Ends the worker.
    pub fn end(&self) {
        self.worker.terminate();
        self.shared.stop(Why::Ended);
    }
}

impl Drop for WorkerLink {
    fn drop(&mut self) {
        self.end();
    }
}
