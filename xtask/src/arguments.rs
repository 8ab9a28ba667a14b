//! What was asked for on the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::engine::Engine;

/// The one developer tool of this repository.
///
/// Everything that is installed goes into .tools/ of this repository, except the wasm target and the
/// components of Rust (by rustup) and, for test and bench where apt-get is at hand and a browser is not
/// found, that browser with its driver.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub request: Request,
}

/// One request to this tool.
#[derive(Debug, PartialEq, Eq, Subcommand)]
pub enum Request {
    /// Set up what is missing, build the page, serve it on 127.0.0.1, and build it again after each change
    Serve {
        /// The port
        #[arg(long, default_value_t = 8080, value_name = "N")]
        port: u16,
        /// Compile without optimizing: soon done, and a slow page
        #[arg(long)]
        debug: bool,
    },
    /// Set up what is missing, then check the formatting, the lints, the native tests, the page build
    /// and the browser tests
    Test(Checks),
    /// Set up what is missing and build the page into dist/
    Build {
        /// The address that the page will have: previews of links need it, the page itself does not
        #[arg(long, value_name = "URL")]
        address: Option<String>,
    },
    /// Build the page and measure it in a browser
    Bench(Measurements),
    /// Run the native tests again and again, each time with other random cases
    Fuzz {
        /// For how long, in minutes
        #[arg(long, default_value_t = 10, value_name = "N")]
        minutes: u64,
    },
    /// Keep the version of the dataset that data/ has in data/versions/, as it is released
    Release {
        /// Another folder of data, such as that of an earlier commit
        #[arg(long, default_value = "data", value_name = "DIR")]
        data: PathBuf,
    },
    /// Make data/map.json anew from Natural Earth; only for a change of the map: the file is in the
    /// repository
    Geometry,
    /// Make the names of places in other languages anew from Unicode CLDR; only for another version of it or
    /// another language: the file is in the repository
    Names,
    /// Make assets/preview.png anew from the page in a browser; only for another look of it: the file is in
    /// the repository
    Preview,
    /// Complete the page that Trunk has put together (only called by Trunk, see Trunk.toml)
    #[command(hide = true)]
    FinishPage,
    /// Make the Wasm modules that the page loads when they are asked for (only used by this tool itself)
    #[command(hide = true, name = crate::page::on_demand::COMMAND)]
    MakeModules,
    /// Run a command for as long as the standard input is open (only used by this tool itself)
    #[command(hide = true, name = crate::driver::guard::COMMAND)]
    Guard {
        /// The program and its arguments.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        command: Vec<OsString>,
    },
}

/// A part of the checks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// The formatting and the lints
    Lint,
    /// The native tests
    Native,
    /// The page build and the browser tests
    Browser,
}

/// The checks to run.
#[derive(Args, Debug, PartialEq, Eq)]
pub struct Checks {
    /// Only that part
    #[arg(long, value_name = "PART")]
    pub only: Option<Part>,
    /// The browser tests in that engine, or those (with commas); else in all that the system has or may
    /// install
    #[arg(long = "engine", value_name = "NAME", value_delimiter = ',')]
    engines: Vec<EngineName>,
    /// Only the browser tests with one of these in their names
    #[arg(last = true, value_name = "TEST")]
    pub names: Vec<String>,
}

impl Checks {
    /// Whether a part is to run.
    pub fn include(&self, part: Part) -> bool {
        self.only.is_none_or(|only| only == part)
    }

    /// Whether engines were named: then every test runs in each of them.
    pub fn names_engines(&self) -> bool {
        !self.engines.is_empty()
    }

    /// The engines by name, where it is an error if one of them cannot be had; `None` stands for all that
    /// the system has or may install.
    pub fn engines(&self) -> Option<Vec<Engine>> {
        let engines: Option<Vec<Engine>> = self.engines.iter().map(|name| name.engine()).collect();
        engines.filter(|engines| !engines.is_empty())
    }
}

/// Engines as they are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum EngineName {
    /// Of Chrome and Edge
    Chromium,
    /// Of Firefox
    Firefox,
    /// Of Safari
    Webkit,
    /// All that the system has or may install
    All,
}

impl EngineName {
    fn engine(self) -> Option<Engine> {
        match self {
            Self::Chromium => Some(Engine::Chromium),
            Self::Firefox => Some(Engine::Firefox),
            Self::Webkit => Some(Engine::WebKit),
            Self::All => None,
        }
    }
}

/// What to measure.
#[derive(Args, Debug, PartialEq, Eq)]
pub struct Measurements {
    /// Measure another build of the page, in DIR or DIR/dist, in turn with it
    #[arg(long, value_name = "DIR", conflicts_with = "peers")]
    pub beside: Option<PathBuf>,
    /// Only those parts of the measurements, with commas: size, native, start, first-view, steps, map,
    /// beside, lighthouse
    #[arg(long, value_name = "PARTS", conflicts_with = "peers")]
    pub only: Option<String>,
    /// Measure the engine at scale beside crossfilter2, Arquero and DuckDB-Wasm instead; writes
    /// docs/BENCHMARKS.md and its chart
    #[arg(long)]
    pub peers: bool,
    /// With so many rows; what is written only if 1m is among them
    #[arg(
        long,
        requires = "peers",
        value_delimiter = ',',
        value_parser = number_of_rows,
        default_value = "1k,100k,1m,10m"
    )]
    rows: Vec<u32>,
}

impl Measurements {
    /// With how many rows, ascending.
    pub fn rows(&self) -> Vec<u32> {
        let mut rows = self.rows.clone();
        rows.sort_unstable();
        rows.dedup();
        rows
    }
}

/// Reads a number such as `1k`, `100k` or `1m`.
fn number_of_rows(word: &str) -> Result<u32, String> {
    let lower = word.to_ascii_lowercase();
    let (digits, factor) = match lower.strip_suffix('k') {
        Some(digits) => (digits, 1_000),
        None => lower.strip_suffix('m').map_or((lower.as_str(), 1), |digits| (digits, 1_000_000)),
    };
    let rows = digits.parse::<u32>().ok().and_then(|number| number.checked_mul(factor));
    rows.filter(|&rows| rows > 0).ok_or_else(|| "write it as 1000, 100k or 1m".to_owned())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    fn read(line: &str) -> Option<Request> {
        let words = ["cargo xtask"].into_iter().chain(line.split_whitespace());
        Arguments::try_parse_from(words).ok().map(|arguments| arguments.request)
    }

    #[test]
    fn the_definition_holds_together() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn the_commands_are_read() {
        let serve = |port| Some(Request::Serve { port, debug: false });
        assert_eq!(read("serve"), serve(8080));
        assert_eq!(read("serve --port 9000"), serve(9000));
        assert_eq!(read("serve --port=9000"), serve(9000));
        assert_eq!(read("geometry"), Some(Request::Geometry));
        let release = |data: &str| Some(Request::Release { data: data.into() });
        assert_eq!(read("release"), release("data"));
        assert_eq!(read("release --data /tmp/old/data"), release("/tmp/old/data"));
        assert_eq!(read("fuzz --minutes 2"), Some(Request::Fuzz { minutes: 2 }));
        let command = ["a".into(), "--port=1".into()].to_vec();
        assert_eq!(read("guard-driver a --port=1"), Some(Request::Guard { command }));
    }

    #[test]
    fn the_measurements_are_read() {
        let rows = |line| match read(line) {
            Some(Request::Bench(measurements)) if measurements.peers => measurements.rows(),
            _ => Vec::new(),
        };
        assert!(matches!(read("bench"), Some(Request::Bench(Measurements { peers: false, .. }))));
        assert_eq!(rows("bench --peers"), [1_000, 100_000, 1_000_000, 10_000_000]);
        assert_eq!(rows("bench --peers --rows 1m,500,2K,1m"), [500, 2_000, 1_000_000]);
        let of_page = |line| match read(line) {
            Some(Request::Bench(measurements)) => (measurements.beside, measurements.only),
            _ => (None, None),
        };
        assert_eq!(of_page("bench --beside ../old/dist"), (Some("../old/dist".into()), None));
        assert_eq!(
            of_page("bench --beside=old --only steps,beside"),
            (Some("old".into()), Some("steps,beside".into()))
        );
        for line in [
            "bench --beside",
            "bench --only",
            "bench --rows 1k",
            "bench --peers 1k",
            "bench --peers --rows 0",
            "bench --peers --rows 9999m",
            "bench --peers --beside x",
            "bench --peers --only size",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }

    #[test]
    fn the_checks_are_read() {
        let checks = |line| match read(line) {
            Some(Request::Test(checks)) => Some((checks.only, checks.engines(), checks.names)),
            _ => None,
        };
        assert_eq!(checks("test"), Some((None, None, Vec::new())));
        assert_eq!(checks("test --only lint"), Some((Some(Part::Lint), None, Vec::new())));
        assert_eq!(checks("test --engine all"), Some((None, None, Vec::new())));
        let chromium = Some(vec![Engine::Chromium]);
        assert_eq!(checks("test --engine chromium"), Some((None, chromium, Vec::new())));
        let all = Some(Engine::ALL.to_vec());
        let names = ["map::", "frame"].map(str::to_owned).to_vec();
        let line = "test --engine=chromium,firefox --only browser --engine webkit -- map:: frame";
        assert_eq!(checks(line), Some((Some(Part::Browser), all, names)));
    }

    #[test]
    fn nonsense_is_refused() {
        for line in
            ["serv", "serve 9000", "serve --port", "serve --port x", "build now", "geometry 50m"]
        {
            assert_eq!(read(line), None, "{line}");
        }
        for line in ["test --only some", "test --only", "test --engine opera", "test map"] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
