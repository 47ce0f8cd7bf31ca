use super::JobSearch;
use crate::quiz::content::Filter;
use std::fmt::Write as _;

/// The longest link to a list of titles, in characters. Browsers and sites take more, some mail programs do not.
pub const MAX_LINK: usize = 2_000;

/// A search for a job title on LinkedIn. There, words are excluded by `NOT`.
pub fn linkedin_link(title: &str, search: &JobSearch<'_>) -> String {
    LINKEDIN.link(&quoted(title), search)
}

/// A search for a job title on Indeed. There, words are excluded by a minus.
pub fn indeed_link(title: &str, search: &JobSearch<'_>) -> String {
    INDEED.link(&quoted(title), search)
}

/// One search on LinkedIn for any of the titles, of [`MAX_LINK`] characters at most: the last titles are left out where they
/// do not fit, and `None` is returned where not even two do.
pub fn linkedin_link_to_all(search: &JobSearch<'_>) -> Option<String> {
    LINKEDIN.link_to_all(search)
}

/// Like [`linkedin_link_to_all`], on Indeed.
pub fn indeed_link_to_all(search: &JobSearch<'_>) -> Option<String> {
    INDEED.link_to_all(search)
}

/// How a site is asked.
struct Site {
    address: &'static str,
    but_not: &'static str,
    filters: fn(&[Filter]) -> String,
}

const LINKEDIN: Site =
    Site { address: "https://www.linkedin.com/jobs/search/?keywords=", but_not: " NOT ", filters: linkedin_filters };

const INDEED: Site = Site { address: "https://www.indeed.com/jobs?q=", but_not: " -", filters: indeed_filters };

impl Site {
    fn link(&self, titles: &str, search: &JobSearch<'_>) -> String {
        let mut query = titles.to_owned();
        for word in &search.search.with {
            query.push(' ');
            query.push_str(&quoted_if_several(word));
        }
        for word in &search.search.exclude {
            query.push_str(self.but_not);
            query.push_str(&quoted_if_several(word));
        }
        format!("{}{}{}", self.address, encode(&query), (self.filters)(&search.filters))
    }

    fn link_to_all(&self, search: &JobSearch<'_>) -> Option<String> {
        let titles: Vec<String> = search.titles.iter().map(|title| quoted(title)).collect();
        let links = (2..=titles.len()).rev().map(|count| format!("({})", titles[..count].join(" OR ")));
        links.map(|any| self.link(&any, search)).find(|link| link.len() <= MAX_LINK)
    }
}

/// `f_E` is the experience level (1 internship, 2 entry level, 3 associate, 4 mid-senior level), `f_JT` the type of job, and
/// `f_WT` the place of work (1 on site, 2 remote, 3 hybrid).
fn linkedin_filters(filters: &[Filter]) -> String {
    let (mut levels, mut types, mut places) = (Vec::new(), Vec::new(), Vec::new());
    for filter in filters {
        match filter {
            Filter::Internship => levels.push("1"),
            Filter::Entry => levels.push("2"),
            Filter::Mid => levels.extend(["3", "4"]),
            Filter::Senior => levels.push("4"),
            Filter::Contract => types.push("C"),
            Filter::OnSite => places.push("1"),
            Filter::Remote => places.push("2"),
            Filter::Hybrid => places.push("3"),
        }
    }
    levels.dedup();
    let set = [("f_E", levels), ("f_JT", types), ("f_WT", places)];
    let set = set.iter().filter(|(_, values)| !values.is_empty());
    set.map(|(name, values)| format!("&{name}={}", values.join("%2C"))).collect()
}

/// `sc` holds the filters that the site's own buttons set: `attr(DSQF7)` is remote work, `explvl(…)` one level of experience.
/// A second level, and internships, are not known to go together with it, so none is set then. Nor is a filter known for
/// work on site or for hybrid work: where one of these is wanted as well, `attr(DSQF7)` would hide it and is left out.
fn indeed_filters(filters: &[Filter]) -> String {
    let level = |filter: &Filter| match filter {
        Filter::Entry => Some("ENTRY_LEVEL"),
        Filter::Mid => Some("MID_LEVEL"),
        Filter::Senior => Some("SENIOR_LEVEL"),
        Filter::Internship => Some(""),
        Filter::Contract | Filter::OnSite | Filter::Remote | Filter::Hybrid => None,
    };
    let mut set = String::new();
    let has = |filter| filters.contains(&filter);
    if has(Filter::Remote) && !has(Filter::OnSite) && !has(Filter::Hybrid) {
        set.push_str("attr(DSQF7)");
    }
    let levels: Vec<&str> = filters.iter().filter_map(level).collect();
    if let [level] = levels[..]
        && !level.is_empty()
    {
        let _ = write!(set, "explvl({level})");
    }
    let contract = if has(Filter::Contract) { "&jt=contract" } else { "" };
    if set.is_empty() { contract.to_owned() } else { format!("{contract}&sc={}", encode(&format!("0kf:{set};"))) }
}

/// A search of the web for a program, for content that gives no link of its own. With a plus for each space: it is printed, too, and may be
/// typed.
pub fn web_search_link(name: &str, provider: &str) -> String {
    format!("https://duckduckgo.com/?q={}", encode(&format!("\"{name}\" {provider}")).replace("%20", "+"))
}

fn quoted(words: &str) -> String {
    format!("\"{words}\"")
}

fn quoted_if_several(words: &str) -> String {
    if words.contains(' ') { quoted(words) } else { words.to_owned() }
}

/// Percent-encodes everything but the unreserved characters of RFC 3986.
fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() * 3);
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => encoded.push(char::from(byte)),
            _ => {
                const HEX: &[u8; 16] = b"0123456789ABCDEF";
                encoded.push('%');
                encoded.push(char::from(HEX[usize::from(byte >> 4)]));
                encoded.push(char::from(HEX[usize::from(byte & 15)]));
            }
        }
    }
    encoded
}
