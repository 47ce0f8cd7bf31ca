//! The content security policy of the page: what it may load and run, and nothing else.
//!
//! It stands in the page itself, as many hosts of static files cannot send headers. The scripts and styles that stand in the
//! page are named by the digests of what Trunk has written; so whatever changes the page makes its policy anew.

use super::html::{between, escape, inline};
use crate::Result;
use crate::offline::digest;

const PLACE: &str = "quiz:policy";

/// For whom a page is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Policy {
    /// For everybody.
    Strict,
    /// For `cargo xtask serve`: Trunk puts a script into the page on its way, which asks for news over a socket and shows
    /// what is wrong with a build.
    Development,
}

impl Policy {
    /// The policy that a page has. A page without one is to get the strict one.
    fn of(html: &str) -> Self {
        if html.contains("'unsafe-inline'") { Self::Development } else { Self::Strict }
    }
}

/// Makes the policy of a page anew, as strict as it was.
///
/// # Errors
///
/// Where a marker is missing, which means that the file is not a page of ours.
pub(crate) fn renew(html: &str) -> Result<String> {
    put_into(html, Policy::of(html))
}

/// Puts a policy into a page.
///
/// # Errors
///
/// Where a marker is missing, which means that the file is not a page of ours.
pub(crate) fn put_into(html: &str, policy: Policy) -> Result<String> {
    // The script that stands there is run before there is a policy, so none has to allow it.
    let bare = between(html, PLACE, "")?;
    let policy = text(&bare, policy);
    // WebKit holds that nothing is 'self' to a frame without an origin (`sandbox="allow-scripts"`). So there the policy names
    // the place that the page came from. Of two policies both hold, so the other one is made a comment, which ends with the marker.
    let script = format!(
        "if (self.origin === \"null\") document.write('<meta http-equiv=\"Content-Security-Policy\" content=\"' +\n        \
         \"{policy}\".replace(/'self'/g, \"'self' \" + location.origin) + '\">' + \"<\" + \"!--\");"
    );
    let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", quoted(&policy));
    between(&bare, PLACE, &format!("\n    <script>\n      {script}\n    </script>\n    {meta}"))
}

/// The policy for a page.
fn text(html: &str, policy: Policy) -> String {
    let sources = |element: &str| match policy {
        Policy::Strict => inline(html, element).map(|text| format!(" 'sha256-{}'", digest(text.as_bytes()))).collect(),
        Policy::Development => " 'unsafe-inline'".to_owned(),
    };
    let socket = match policy {
        Policy::Strict => "",
        Policy::Development => " ws: wss:",
    };
    [
        "default-src 'none'".to_owned(),
        format!("script-src 'self' 'wasm-unsafe-eval'{}", sources("script")),
        format!("style-src{}", sources("style")),
        "img-src 'self'".to_owned(),
        // Contents of other sites; from this machine, too, for whoever writes one. A policy cannot name [::1].
        format!("connect-src 'self' https: http://localhost:* http://127.0.0.1:*{socket}"),
        "manifest-src 'self'".to_owned(),
        "worker-src 'self'".to_owned(),
        "base-uri 'none'".to_owned(),
        "form-action 'none'".to_owned(),
    ]
    .join("; ")
}

/// A policy as the value of an attribute. Nothing in it has a meaning there but the single quotes, and these only between
/// single quotes.
fn quoted(policy: &str) -> String {
    escape(policy).replace("&#39;", "'")
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: &str = "<head><!-- quiz:policy --><!-- /quiz:policy --><!-- <script>no()</script> -->\
        <script>one();</script><style>p { }</style><script src=\"x.js\"></script><script type=\"module\">two();</script></head>";

    fn source(text: &str) -> String {
        format!("'sha256-{}'", digest(text.as_bytes()))
    }

    fn meta(html: &str) -> &str {
        let (_, rest) =
            html.rsplit_once("<meta http-equiv=\"Content-Security-Policy\" content=\"").expect("there is one");
        rest.split_once('"').expect("it ends").0
    }

    #[test]
    fn the_policy_names_what_stands_in_the_page_and_nothing_else() {
        let html = put_into(HTML, Policy::Strict).expect("the markers are there");
        let policy = meta(&html);
        let scripts = format!("script-src 'self' 'wasm-unsafe-eval' {} {};", source("one();"), source("two();"));
        assert!(policy.starts_with("default-src 'none'; ") && policy.contains(&scripts), "{policy}");
        assert!(policy.contains(&format!("style-src {};", source("p { }"))), "{policy}");
        assert!(!policy.contains(&source("no()")) && !policy.contains("unsafe-inline"), "{policy}");
    }

    #[test]
    fn it_stands_before_every_script_but_the_one_that_may_write_it() {
        let html = put_into(HTML, Policy::Strict).expect("the markers are there");
        let (before, after) =
            html.split_once(meta(&html).split_once(' ').expect("it has words").0).expect("it is there");
        assert!(!before.contains("one()") && after.contains("one()"), "{html}");
        // For the page the script is one, whatever stands in it.
        assert_eq!(inline(&between(&html, PLACE, "").expect("the markers are there"), "script").count(), 2);
        assert_eq!(inline(&html, "script").count(), 3, "{html}");
    }

    #[test]
    fn it_is_made_anew_from_what_the_page_has_become_and_stays_as_strict() {
        for policy in [Policy::Strict, Policy::Development] {
            let once = put_into(HTML, policy).expect("the markers are there");
            assert_eq!(renew(&once).as_ref(), Ok(&once));
            let changed = renew(&once.replace("one()", "other()")).expect("the markers are there");
            assert_eq!(meta(&changed).contains(&source("other();")), policy == Policy::Strict);
            assert!(!changed.contains(&source("one();")));
        }
        assert!(renew("<html></html>").is_err_and(|message| message.contains("quiz:policy")));
    }

    #[test]
    fn development_has_its_socket_and_its_scripts() {
        let html = put_into(HTML, Policy::Development).expect("the markers are there");
        let policy = meta(&html);
        assert!(policy.contains("script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline';"), "{policy}");
        // Beside a digest, the word would count for nothing.
        assert!(policy.contains(" ws: wss:") && !policy.contains("sha256"), "{policy}");
    }

    #[test]
    fn no_element_of_our_page_has_a_listener_or_a_style_in_an_attribute() {
        let html = crate::file::read(&crate::paths::root().join("index.html")).expect("it is there");
        for attribute in [" style=", " onclick=", " onload=", " onerror="] {
            assert!(!html.contains(attribute), "{attribute} would be forbidden");
        }
    }
}
