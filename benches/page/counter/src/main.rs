//! A bare Leptos counter, which the quiz is held against.

use leptos::prelude::*;

fn main() {
    mount_to_body(|| {
        let (count, set_count) = signal(0);
        view! { <button id="option" on:click=move |_| *set_count.write() += 1>{count}</button> }
    });
}
