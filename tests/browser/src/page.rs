//! The page as a reader has it before them.

use std::cell::OnceCell;
use std::rc::Rc;
use std::time::{Duration, Instant};

use fantoccini::Client;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::engine::Engine;
use crate::failure::{Failure, Outcome};
use crate::host::Host;
use crate::native::View;
use crate::observed::Observed;
use crate::settings::Settings;

/// How long to wait for what should be there within a frame or two.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often to look meanwhile.
const PACE: Duration = Duration::from_millis(15);

/// Words that all scripts share.
const WORDS: &str = r#"
const one = (test, root = document) => root.querySelector(`[data-test="${test}"]`);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const visible = element => !!element
    && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    && element.getClientRects().length > 0;
"#;

/// A browser with (or before) the page.
#[derive(Debug, Clone)]
pub struct Page {
    client: Client,
    settings: Settings,
    engine: Engine,
    home: String,
    /// Where the page comes from instead, once it has a script in front of its own.
    pub(crate) host: Rc<OnceCell<Host>>,
}

impl Page {
    pub(crate) fn new(client: Client, settings: Settings, engine: Engine, home: &str) -> Self {
        let home = home.split('#').next().unwrap_or(home).to_owned();
        Self { client, settings, engine, home, host: Rc::default() }
    }

    /// The same browser, with the page at another address.
    pub fn hosted_at(&self, home: &str) -> Self {
        Self::new(self.client.clone(), self.settings, self.engine, home)
    }

    /// The WebDriver session.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// What the reader has set.
    pub(crate) fn settings(&self) -> &Settings {
        &self.settings
    }

    /// What the page is looked at with.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The page's address, without a fragment.
    pub fn home(&self) -> String {
        self.host.get().map_or_else(|| self.home.clone(), Host::url)
    }

    /// Loads the page at a link (from `#` on; empty for the bare address), anew.
    pub async fn load(&self, hash: &str) -> Outcome {
        // A link to the document that is open already would not load it.
        self.client.goto("about:blank").await?;
        self.client.goto(&format!("{}{hash}", self.home())).await?;
        Ok(())
    }

    /// Loads the page at a link and waits until it is ready.
    pub async fn open(&self, hash: &str) -> Outcome {
        self.load(hash).await?;
        self.ready().await
    }

    /// Loads the page again where it is, and waits until it is ready.
    pub async fn reload(&self) -> Outcome {
        if self.engine == Engine::Firefox {
            // Its driver goes past caches and service workers, as few readers do.
            self.run("window.leaving = true; location.reload()", &[]).await?;
            self.until("the page is loaded again", "return !window.leaving").await?;
        } else {
            self.client.refresh().await?;
        }
        self.ready().await
    }

    /// Waits until the first view has been painted, what no one sees yet is there as well, and all other pages
    /// have arrived: a reader needs longer than that for the first step, and a test does not. A chart alone does
    /// without them.
    pub async fn ready(&self) -> Outcome {
        self.first_view().await?;
        let script = "const { complete, pages } = document.documentElement.dataset; \
            return complete === 'true' && pages !== 'coming'";
        self.until("all is there (<html data-complete data-pages=\"there\">)", script)
            .await
            .map(drop)
    }

    /// Waits until the first view has been painted.
    pub async fn first_view(&self) -> Outcome {
        let script = "return document.documentElement.dataset.ready === 'true'";
        let ready = self.until("the page is ready (<html data-ready=\"true\">)", script).await;
        let Err(failure) = ready else { return Ok(()) };
        // How far it came tells whether the host, the browser or the page is to blame.
        let reached = "const got = performance.getEntriesByType('resource')
                .map(of => `${of.name.split('/').pop()} ${Math.round(of.responseStart)} to ${Math.round(of.responseEnd)}`);
            const marks = performance.getEntriesByType('mark').map(of => `${of.name} ${Math.round(of.startTime)}`);
            return [document.readyState, `bar ${document.getElementById('loading-bar')?.value}`, `at ${Math.round(performance.now())}`,
                Boolean(navigator.serviceWorker?.controller), ...got, ...marks].join('; ')";
        let reached: String = self.read(reached).await?;
        Err(Failure::new(format!("{failure}; {reached}")))
    }

    /// Changes the fragment in the address bar of the open page.
    pub async fn go(&self, hash: &str) -> Outcome {
        self.run("location.hash = arguments[0]", &[hash.into()]).await.map(drop)
    }

    /// One step back in the browser's history.
    pub async fn back(&self) -> Outcome {
        Ok(self.client.back().await?)
    }

    /// One step forward in the browser's history.
    pub async fn forward(&self) -> Outcome {
        Ok(self.client.forward().await?)
    }

    /// Runs a script: the body of a function, with `one`, `all` and `visible` at hand.
    pub async fn run(&self, script: &str, arguments: &[Value]) -> Outcome<Value> {
        Ok(self.client.execute(&format!("{WORDS}{script}"), arguments.to_vec()).await?)
    }

    /// Runs a script that returns a value of a type.
    pub async fn read<T: DeserializeOwned>(&self, script: &str) -> Outcome<T> {
        Ok(serde_json::from_value(self.run(script, &[]).await?)?)
    }

    /// Waits until a script returns something true, and returns that.
    pub async fn until(&self, what: &str, script: &str) -> Outcome<Value> {
        let start = Instant::now();
        loop {
            let value = self.run(script, &[]).await?;
            if !matches!(value, Value::Null | Value::Bool(false)) {
                return Ok(value);
            }
            if start.elapsed() > PATIENCE {
                return Err(Failure::new(format!(
                    "waited in vain until {what}; {}",
                    self.place().await
                )));
            }
            tokio::time::sleep(PACE).await;
        }
    }

    /// Waits until a script returns a certain value.
    pub async fn until_equal(
        &self,
        what: &str,
        script: &str,
        expected: impl Into<Value>,
    ) -> Outcome {
        let expected = expected.into();
        let start = Instant::now();
        loop {
            let value = self.run(script, &[]).await?;
            if value == expected {
                return Ok(());
            }
            if start.elapsed() > PATIENCE {
                let place = self.place().await;
                let message = format!("{what}: is {value}, should be {expected}; {place}");
                return Err(Failure::new(message));
            }
            tokio::time::sleep(PACE).await;
        }
    }

    async fn place(&self) -> String {
        let address = self.client.current_url().await;
        address.map_or_else(|error| error.to_string(), |address| format!("at {address}"))
    }

    /// The fragment, from `#` on.
    pub async fn hash(&self) -> Outcome<String> {
        self.read("return location.hash").await
    }

    /// Entries in the history of the browser's window.
    pub async fn history_length(&self) -> Outcome<u64> {
        self.read("return history.length").await
    }

    /// Everything that the page shows.
    pub async fn observe(&self) -> Outcome<Observed> {
        self.read(Observed::SCRIPT).await
    }

    /// Waits until the page shows the view of a link: the three numbers, every mark, facet value
    /// and chip as the native engine has them. Returns what it shows.
    ///
    /// # Errors
    /// If it does not come to that: the differences.
    pub async fn shows(&self, link: &str) -> Outcome<Observed> {
        let view = View::of(link);
        let start = Instant::now();
        loop {
            let observed = self.observe().await?;
            let differences = view.differences(&observed);
            if differences.is_empty() {
                return Ok(observed);
            }
            if start.elapsed() > PATIENCE {
                let text = differences.iter().take(12).cloned().collect::<Vec<_>>().join("\n  ");
                let (address, count) = (&observed.hash, differences.len());
                return Err(Failure::new(format!(
                    "the page at {address} does not show {link} ({count} differences):\n  {text}"
                )));
            }
            tokio::time::sleep(PACE).await;
        }
    }

    /// Waits until the address is exactly that link, and the page shows its view.
    pub async fn is_at(&self, link: &str) -> Outcome<Observed> {
        let what = "the address after a step";
        self.until_equal(what, "return location.hash", link).await?;
        self.shows(link).await
    }
}
