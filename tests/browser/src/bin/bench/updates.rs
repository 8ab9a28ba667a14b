//! The page's own measures of a step; `explorer:update` and `explorer:latency` are among its stable
//! hooks.

use browser_tests::{Failure, Outcome, Page};
use serde_json::json;

/// The work of a step.
pub const UPDATE: &str = "explorer:update";
/// The same with the wait for the display.
pub const LATENCY: &str = "explorer:latency";

/// Waits in the page until it has measured that many updates, and then until it rests. A question
/// every few milliseconds would be part of what is measured.
const MEASURED: &str = "
    const [count, done] = arguments;
    const rest = () => requestAnimationFrame(() => requestIdleCallback(() => done()));
    const enough = () => performance.getEntriesByName('explorer:update').length >= count;
    if (enough()) return rest();
    const observer = new PerformanceObserver(() => {
        if (!enough()) return;
        observer.disconnect();
        rest();
    });
    observer.observe({ type: 'measure' });";

/// Forgets what was measured.
pub async fn clear(page: &Page) -> Outcome {
    page.run("performance.clearMeasures()", &[]).await.map(drop)
}

/// Waits until the page has measured that many updates since the last [`clear`], and then until it
/// rests.
pub async fn measured(page: &Page, count: usize) -> Outcome {
    let waited = page.client().execute_async(MEASURED, vec![json!(count)]).await;
    let in_vain = |error| Failure::new(format!("update {count} is not measured: {error}"));
    waited.map(drop).map_err(in_vain)
}

/// Waits until nothing is to be painted or computed.
pub async fn rest(page: &Page) -> Outcome {
    measured(page, 0).await
}

/// All measures of a name.
pub async fn durations(page: &Page, name: &str) -> Outcome<Vec<f64>> {
    let script =
        format!("return performance.getEntriesByName('{name}').map(entry => entry.duration)");
    page.read(&script).await
}
