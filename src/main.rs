//! Mounts the page.

#[cfg(target_arch = "wasm32")]
mod parts {
    use explorer::pages::chunk::{Chunk, Loaders};
    use leptos::wasm_split::{SplitLoaderError, wasm_split};

    /// Where the Wasm is split: what this leads to, and nothing else does, is loaded when it is first called. It
    /// stands here and not with the pages, because whoever else has them would export it, with all that it leads
    /// to.
    #[wasm_split(pages, wasm_split_path = ::leptos::wasm_split, fallible)]
    fn pages() -> Result<Chunk, SplitLoaderError> {
        Ok(Chunk::of_pages())
    }

    /// The same for the view of a reader's own file. What both lead to is a part by itself.
    #[wasm_split(own_file, wasm_split_path = ::leptos::wasm_split, fallible)]
    fn own_file() -> Result<Chunk, SplitLoaderError> {
        Ok(Chunk::of_own_file())
    }

    /// What loads each of them.
    pub fn loaders() -> Loaders {
        Loaders {
            pages: || Box::pin(async { pages().await.ok() }),
            own_file: || Box::pin(async { own_file().await.ok() }),
        }
    }
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    explorer::app::mount(parts::loaders());
    #[cfg(not(target_arch = "wasm32"))]
    println!("This is a web page. Run `cargo xtask serve` and open the address that it prints.");
}
