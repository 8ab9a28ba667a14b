//! Commands that fantoccini has no words for.

use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::Value;

use crate::failure::Outcome;
use crate::page::Page;

/// A POST to a path below the session's.
#[derive(Debug)]
struct Post {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Post {
    fn endpoint(
        &self,
        base_url: &url::Url,
        session_id: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base_url.join(&format!("session/{}/{}", session_id.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}

impl Page {
    /// Sends a command of the driver.
    pub(crate) async fn post(&self, path: &'static str, body: Value) -> Outcome<Value> {
        Ok(self.client().issue_cmd(Post { path, body }).await?)
    }
}
