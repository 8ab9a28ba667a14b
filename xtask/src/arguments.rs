//! What was asked for on the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::engine::Engine;
use crate::failure::{Failure, Outcome};

/// The port of `cargo xtask serve` when none is named.
pub const DEFAULT_PORT: u16 = 8080;

/// The text of `cargo xtask help`.
pub const USAGE: &str = "\
Usage: cargo xtask <command>

  serve [--port N]   set up what is missing, build the page and serve it on
                     http://127.0.0.1:N/ (8080 unless told otherwise)
  test               set up what is missing, then check the formatting, the lints,
                     the native tests, the page build and the browser tests
       [--only native|browser|lint]
                     only that part
       [--engine chromium|firefox|webkit|all]
                     the browser tests in that engine, or those (with commas); else in all
                     that the system has or may install
       [-- NAME …]   only the browser tests with one of these in their names
  build              set up what is missing and build the page into dist/
  bench              build the page and measure it in a browser
       [--beside DIR]
                     and another build of it, in DIR or DIR/dist, in turn with it
       [--only size,native,start,first-view,steps,map,beside,lighthouse]
                     only those parts of the measurements
       --peers       instead, measure the engine at scale beside crossfilter2, Arquero and
                     DuckDB-Wasm in Chromium; writes docs/BENCHMARKS.md and its chart
       [--rows 1k,100k,1m,10m]
                     with so many rows (all of these unless told otherwise); what is
                     written only if 1m is among them
  geometry           make data/map.json anew from Natural Earth (npm package world-atlas);
                     only for a change of the map: the file is in the repository
  help               this text

Everything that is installed goes into .tools/ of this repository, except the
wasm target and the components of Rust (by rustup) and, for test and bench where
apt-get is at hand and a browser is not found, that browser with its driver.
";

/// The part of the checks to run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// All of them.
    Everything,
    /// The formatting and the lints.
    Lint,
    /// The native tests.
    Native,
    /// The page build and the browser tests.
    Browser,
}

/// Engines as they are asked for.
#[derive(Debug, PartialEq, Eq)]
pub enum Engines {
    /// These, and it is an error if one of them cannot be had.
    Named(Vec<Engine>),
    /// All that the system has or may install.
    All,
}

/// The checks to run.
#[derive(Debug, PartialEq, Eq)]
pub struct Checks {
    /// Which part of them.
    pub scope: Scope,
    /// The engines to look at the page in.
    pub engines: Engines,
    /// Parts of the names of browser tests; none means all tests.
    pub names: Vec<String>,
}

impl Checks {
    /// Reads what follows `test`.
    fn read(rest: &[String]) -> Outcome<Self> {
        let engines = Engines::All;
        let mut checks = Self { scope: Scope::Everything, engines, names: Vec::new() };
        let (mut named, mut all) = (Vec::new(), false);
        let mut rest = rest.iter();
        while let Some(argument) = rest.next() {
            if argument == "--" {
                checks.names = rest.by_ref().cloned().collect();
                break;
            }
            let (flag, value) = match argument.split_once('=') {
                Some((flag, value)) => (flag, Some(value)),
                None => (argument.as_str(), rest.next().map(String::as_str)),
            };
            match (flag, value) {
                ("--only", Some("lint")) => checks.scope = Scope::Lint,
                ("--only", Some("native")) => checks.scope = Scope::Native,
                ("--only", Some("browser")) => checks.scope = Scope::Browser,
                ("--only", Some(other)) => {
                    return Err(Failure::usage(format!(
                        "`--only {other}` is not known; it takes native, browser or lint."
                    )));
                }
                ("--engine", Some("all")) => all = true,
                ("--engine", Some(names)) => named.extend(Engine::listed(names)?),
                _ => {
                    return Err(Failure::usage(format!(
                        "`{argument}` is not understood here; there are `--only PART`, `--engine NAME` and `-- TEST…`."
                    )));
                }
            }
        }
        if !all && !named.is_empty() {
            checks.engines = Engines::Named(named);
        }
        Ok(checks)
    }
}

/// One request to this tool.
#[derive(Debug, PartialEq, Eq)]
pub enum Request {
    /// Show the usage.
    Help,
    /// Build the page and serve it.
    Serve {
        /// The port on 127.0.0.1.
        port: u16,
    },
    /// Build the page.
    Build,
    /// Run the checks.
    Test(Checks),
    /// Measure the page.
    Bench {
        /// Another build of the page.
        beside: Option<PathBuf>,
        /// The parts of the measurements, with commas, if not all are asked for.
        only: Option<String>,
    },
    /// Measure the engine at scale and its peers.
    Peers {
        /// With how many rows, ascending.
        rows: Vec<u32>,
    },
    /// Make the map anew.
    Geometry,
    /// Run a command for as long as the standard input is open (only used by this tool itself).
    Guard {
        /// The program and its arguments.
        command: Vec<OsString>,
    },
}

impl Request {
    /// Reads the arguments after the program's name.
    pub fn read(arguments: impl Iterator<Item = OsString>) -> Outcome<Self> {
        let mut arguments = arguments.peekable();
        let Some(command) = arguments.next() else { return Ok(Self::Help) };
        let command = command.to_string_lossy().into_owned();
        if command == crate::driver::guard::COMMAND {
            return Ok(Self::Guard { command: arguments.collect() });
        }
        let rest: Vec<String> =
            arguments.map(|argument| argument.to_string_lossy().into_owned()).collect();
        if rest.iter().any(|argument| argument == "--help" || argument == "-h") {
            return Ok(Self::Help);
        }
        match command.as_str() {
            "help" | "--help" | "-h" => Ok(Self::Help),
            "serve" => Ok(Self::Serve {
                port: match option("--port", &rest)? {
                    None => DEFAULT_PORT,
                    Some(text) => text.parse().map_err(|_| {
                        Failure::usage(format!("`{text}` is not a port number (0 to 65535)."))
                    })?,
                },
            }),
            "build" => nothing_more(&rest).map(|()| Self::Build),
            "bench" => match rest.split_first() {
                Some((first, rest)) if first == "--peers" => {
                    let rows = option("--rows", rest)?.unwrap_or("1k,100k,1m,10m");
                    Ok(Self::Peers { rows: numbers_of_rows(rows)? })
                }
                _ => measurements(&rest),
            },
            "geometry" => nothing_more(&rest).map(|()| Self::Geometry),
            "test" => Checks::read(&rest).map(Self::Test),
            other => Err(Failure::usage(format!(
                "There is no command `{other}`; `cargo xtask help` lists the commands."
            ))),
        }
    }
}

/// The value of the only option a command takes, written `--name value` or `--name=value`.
fn option<'a>(name: &str, rest: &'a [String]) -> Outcome<Option<&'a str>> {
    let value = match rest {
        [] => return Ok(None),
        [flag, value] if flag == name => Some(value.as_str()),
        [joined] => joined.strip_prefix(name).and_then(|text| text.strip_prefix('=')),
        _ => None,
    };
    value.map(Some).ok_or_else(|| {
        Failure::usage(format!(
            "`{}` is not understood here; the only option is `{name} VALUE`.",
            rest.join(" ")
        ))
    })
}

/// Reads what follows `bench`.
fn measurements(rest: &[String]) -> Outcome<Request> {
    let (mut beside, mut only) = (None, None);
    let mut rest = rest.iter();
    while let Some(argument) = rest.next() {
        let (flag, value) = match argument.split_once('=') {
            Some((flag, value)) => (flag, Some(value)),
            None => (argument.as_str(), rest.next().map(String::as_str)),
        };
        match (flag, value) {
            ("--beside", Some(folder)) => beside = Some(folder.into()),
            ("--only", Some(parts)) => only = Some(parts.into()),
            _ => {
                return Err(Failure::usage(format!(
                    "`{argument}` is not understood here; there are `--beside DIR`, `--only PARTS` and `--peers`."
                )));
            }
        }
    }
    Ok(Request::Bench { beside, only })
}

/// Reads numbers such as `1k,100k,1m`.
fn numbers_of_rows(text: &str) -> Outcome<Vec<u32>> {
    let number = |word: &str| {
        let lower = word.to_ascii_lowercase();
        let (digits, factor) = match lower.strip_suffix('k') {
            Some(digits) => (digits, 1_000),
            None => {
                lower.strip_suffix('m').map_or((lower.as_str(), 1), |digits| (digits, 1_000_000))
            }
        };
        let rows = digits.parse::<u32>().ok().and_then(|number| number.checked_mul(factor));
        rows.filter(|&rows| rows > 0).ok_or_else(|| {
            Failure::usage(format!("`{word}` is not a number of rows such as 1000, 100k or 1m."))
        })
    };
    let mut rows = text.split(',').map(number).collect::<Outcome<Vec<u32>>>()?;
    rows.sort_unstable();
    rows.dedup();
    Ok(rows)
}

/// Refuses arguments where none are taken.
fn nothing_more(rest: &[String]) -> Outcome<()> {
    match rest {
        [] => Ok(()),
        [first, ..] => Err(Failure::usage(format!("`{first}` is not understood here."))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Option<Request> {
        Request::read(line.split_whitespace().map(OsString::from)).ok()
    }

    #[test]
    fn the_commands_are_read() {
        assert_eq!(read(""), Some(Request::Help));
        assert_eq!(read("serve"), Some(Request::Serve { port: 8080 }));
        assert_eq!(read("serve --port 9000"), Some(Request::Serve { port: 9000 }));
        assert_eq!(read("serve --port=9000"), Some(Request::Serve { port: 9000 }));
        assert_eq!(read("geometry"), Some(Request::Geometry));
        assert_eq!(read("build --help"), Some(Request::Help));
    }

    #[test]
    fn the_measurements_are_read() {
        let peers = |rows: &[u32]| Some(Request::Peers { rows: rows.to_vec() });
        let bench = |beside: Option<&str>, only: Option<&str>| {
            let (beside, only) = (beside.map(Into::into), only.map(Into::into));
            Some(Request::Bench { beside, only })
        };
        assert_eq!(read("bench"), bench(None, None));
        assert_eq!(
            read("bench --beside ../before --only=beside"),
            bench(Some("../before"), Some("beside"))
        );
        assert_eq!(read("bench --beside"), None);
        assert_eq!(read("bench --peers"), peers(&[1_000, 100_000, 1_000_000, 10_000_000]));
        assert_eq!(read("bench --peers --rows 1m,500,2K,1m"), peers(&[500, 2_000, 1_000_000]));
        for line in [
            "bench --rows 1k",
            "bench --peers 1k",
            "bench --peers --rows 0",
            "bench --peers --rows 9999m",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }

    #[test]
    fn the_checks_are_read() {
        let all =
            |scope| Some(Request::Test(Checks { scope, engines: Engines::All, names: Vec::new() }));
        assert_eq!(read("test"), all(Scope::Everything));
        assert_eq!(read("test --only lint"), all(Scope::Lint));
        assert_eq!(read("test --engine all"), all(Scope::Everything));
        let test = |scope, engines: &[Engine], names: &[&str]| {
            let names = names.iter().map(ToString::to_string).collect();
            let engines = Engines::Named(engines.to_vec());
            Some(Request::Test(Checks { scope, engines, names }))
        };
        assert_eq!(
            read("test --engine chromium"),
            test(Scope::Everything, &[Engine::Chromium], &[])
        );
        assert_eq!(
            read("test --engine=firefox,webkit --only browser --engine chromium -- map:: frame"),
            test(
                Scope::Browser,
                &[Engine::Firefox, Engine::WebKit, Engine::Chromium],
                &["map::", "frame"]
            )
        );
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
