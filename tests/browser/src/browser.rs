//! A browser per test: started, and closed however the test ends.

use std::path::{Path, PathBuf};
use std::time::Duration;

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use tokio::sync::Semaphore;
use tokio::task::LocalSet;

use crate::environment::Environment;
use crate::failure::{Failure, Outcome};
use crate::page::Page;

/// No test takes longer unless something hangs.
const LONGEST: Duration = Duration::from_secs(300);

/// Each browser is several busy processes: more of them at once measure the machine, not the page.
static BROWSERS: Semaphore = Semaphore::const_new(2);

/// Runs a test in a browser of its own, on a desktop screen, before anything is opened.
///
/// # Panics
/// If the test fails, after a screenshot was saved and the browser closed.
pub fn browse<F, Fut>(test: F)
where
    F: FnOnce(Page) -> Fut,
    Fut: Future<Output = Outcome> + 'static,
{
    let thread = std::thread::current();
    let name = thread.name().unwrap_or("test").replace("::", "-");
    if let Err(failure) = run(&name, Logs::Kept, test) {
        fail(&failure);
    }
}

/// Whether the driver keeps a log of console and network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Logs {
    /// It does, and the browser spends part of every frame on telling it.
    Kept,
    /// It does not: for measuring.
    Off,
}

/// Runs something in a browser of its own; `name` is that of the screenshot of its failure.
///
/// # Errors
/// What it returned, or that the browser did not start, or that it took too long.
pub fn run<F, Fut, T>(name: &str, logs: Logs, test: F) -> Outcome<T>
where
    F: FnOnce(Page) -> Fut,
    Fut: Future<Output = Outcome<T>> + 'static,
    T: 'static,
{
    let environment = Environment::read()?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::new(format!("no runtime: {error}")))?;
    let work = async {
        let _one_of_few = BROWSERS.acquire().await;
        let client = start(&environment, logs).await?;
        let page = Page::new(client.clone(), &environment.page);
        // A task, so that a panic in the test ends here and the browser is closed.
        let mut task = tokio::task::spawn_local(test(page));
        let ended = tokio::time::timeout(LONGEST, &mut task).await;
        let failed = !matches!(ended, Ok(Ok(Ok(_))));
        if failed {
            task.abort();
            match screenshot(&client, name).await {
                Ok(path) => eprintln!("screenshot: {}", path.display()),
                Err(failure) => eprintln!("no screenshot: {failure}"),
            }
        }
        let closed = client.close().await;
        let value = match ended {
            Ok(Ok(value)) => value?,
            Ok(Err(error)) if error.is_panic() => std::panic::resume_unwind(error.into_panic()),
            Ok(Err(error)) => return Err(Failure::new(error.to_string())),
            Err(_) => return Err(Failure::new(format!("still running after {LONGEST:?}"))),
        };
        closed?;
        Ok(value)
    };
    LocalSet::new().block_on(&runtime, work)
}

#[expect(clippy::panic, reason = "this is how a test fails")]
fn fail(failure: &Failure) -> ! {
    panic!("{failure}")
}

async fn start(environment: &Environment, logs: Logs) -> Outcome<Client> {
    let mut options = json!({
        "args": [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--disable-quic",
            "--lang=en-US",
            "--window-size=1440,900",
        ],
    });
    if let Some(chrome) = &environment.chrome {
        options["binary"] = json!(chrome);
    }
    // The driver gives every session a fresh profile.
    let mut capabilities = json!({
        "browserName": "chrome",
        "goog:chromeOptions": options,
        "timeouts": { "script": 60_000, "pageLoad": 60_000 },
    });
    if logs == Logs::Kept {
        capabilities["goog:loggingPrefs"] = json!({ "browser": "ALL", "performance": "ALL" });
    }
    let capabilities = capabilities.as_object().cloned().unwrap_or_default();
    ClientBuilder::new(HttpConnector::new())
        .capabilities(capabilities)
        .connect(&environment.driver)
        .await
        .map_err(|error| {
            Failure::new(format!("no browser from the driver at {}: {error}", environment.driver))
        })
}

async fn screenshot(client: &Client, name: &str) -> Outcome<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap_or(Path::new("."));
    let folder = root.join("target/browser-failures");
    let path = folder.join(format!("{name}.png"));
    let taken = tokio::time::timeout(Duration::from_secs(20), client.screenshot()).await;
    let png = taken.map_err(|_| Failure::new("the browser does not answer"))??;
    std::fs::create_dir_all(&folder)
        .and_then(|()| std::fs::write(&path, png))
        .map_err(|error| Failure::new(format!("cannot write {}: {error}", path.display())))?;
    Ok(path)
}
