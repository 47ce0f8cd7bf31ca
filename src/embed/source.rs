//! Where a content lies that is not the site's own.

use crate::quiz::fingerprint::name_of;

/// The parts of an address, as the browser has taken it apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// All of it.
    pub href: String,
    /// The protocol with its colon: `https:`.
    pub protocol: String,
    /// The name of the host, without a port.
    pub hostname: String,
    /// The host with its port, where that is not the usual one.
    pub host: String,
    /// The path.
    pub path: String,
    /// Whether it has a name or a password in it.
    pub has_credentials: bool,
}

/// Where a content lies that is not the site's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The address that it is fetched from.
    pub address: String,
    /// The host, as it is shown. A name in another script stands there as browsers put it to each other (`xn--…`), so
    /// that none looks like another.
    pub host: String,
    /// The origin that it is of.
    pub origin: String,
    /// Tells its place from every other in the names of what is kept.
    place: String,
}

impl Source {
    /// The source at an address.
    ///
    /// # Errors
    ///
    /// Why nothing is fetched from there, in a sentence without a full stop.
    pub fn of(address: &Address) -> Result<Self, String> {
        let Address { href, protocol, hostname, host, path, has_credentials } = address;
        // Not `[::1]`, which the policy of the page cannot name.
        let is_here = matches!(hostname.as_str(), "localhost" | "127.0.0.1");
        match protocol.as_str() {
            "https:" => {}
            "http:" if is_here => {}
            _ => return Err(format!("{href} is not fetched: a content is fetched by https, or from this machine")),
        }
        if *has_credentials {
            return Err("a content is not fetched from an address with a name or a password in it".to_owned());
        }
        let folder = &path[..path.rfind('/').map_or(0, |slash| slash + 1)];
        let origin = format!("{protocol}//{host}");
        let place = name_of(&format!("{origin}{folder}"));
        Ok(Self { address: href.clone(), host: host.clone(), origin, place })
    }

    /// What records of a quiz from there are called by: its own id may be anybody's. Translations lie in one folder and
    /// share their records; another folder may be another owner's, as where many have one host.
    pub fn key(&self, quiz: &str) -> String {
        format!("{quiz}@{}", self.place)
    }
}
