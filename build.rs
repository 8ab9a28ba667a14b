//! Lets the linker keep where the page's Wasm names its functions and data. By that, `cargo xtask
//! finish-page` tells apart what only some pages need (`xtask/src/page/parts.rs`):
//! <https://docs.rs/wasm_split_cli_support>. It is asked of the page's own program only: what else is
//! compiled to Wasm would carry it for nothing.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|target| target == "wasm32") {
        println!("cargo::rustc-link-arg-bin=explorer-page=--emit-relocs");
    }
}
