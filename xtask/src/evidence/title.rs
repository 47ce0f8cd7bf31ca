//! Titles of adverts: how they are written alike, and when one has another in it.

/// Pairs of words that are counted as one, as `evidence/SOURCES.md` says.
const JOINED: [(&str, &str); 5] =
    [("back", "end"), ("front", "end"), ("full", "stack"), ("entry", "level"), ("mid", "level")];

/// A title as the counts in `evidence/` have it: small letters, words with single spaces between them, and one way of
/// writing for what is written in several.
pub(crate) fn normalised(title: &str) -> String {
    let text = title.to_lowercase();
    // With signs that part words everywhere else. The counts have C++ as cpp, though the sources do not say so.
    let text = text.replace("c#", "csharp").replace("c++", "cpp").replace(".net", "dotnet").replace("node.js", "node");
    let parted = text.split(|sign: char| !sign.is_alphanumeric() && sign != '+').filter(|word| !word.is_empty());
    let mut words: Vec<String> = Vec::new();
    for word in parted {
        match words.last_mut() {
            Some(last) if JOINED.contains(&(last, word)) => last.push_str(word),
            _ => words.push(spelled_out(word).to_owned()),
        }
    }
    words.join(" ")
}

fn spelled_out(word: &str) -> &str {
    match word {
        "sr" => "senior",
        "jr" => "junior",
        word => word,
    }
}

/// Whether the words of a phrase stand in a title, next to each other and in order. Both are [`normalised`].
pub(crate) fn contains(title: &str, phrase: &str) -> bool {
    let phrase: Vec<&str> = phrase.split(' ').collect();
    let title: Vec<&str> = title.split(' ').collect();
    title.windows(phrase.len()).any(|words| words == phrase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_written_as_in_the_counts() {
        for (title, expected) in [
            ("Back End Developer", "backend developer"),
            ("Back-End / Front-end developer", "backend frontend developer"),
            ("Entry-Level Backend Developer", "entrylevel backend developer"),
            ("Mid Level Full-Stack Engineer", "midlevel fullstack engineer"),
            ("Sr. C# / .NET Developer", "senior csharp dotnet developer"),
            ("Jr Node.js Developer", "junior node developer"),
            ("ASP.NET  Programmer (m/f)", "aspdotnet programmer m f"),
            ("Java + C++", "java + cpp"),
            ("Mid/Senior developer", "mid senior developer"),
        ] {
            assert_eq!(normalised(title), expected, "{title}");
        }
    }

    #[test]
    fn a_title_that_is_normalised_stays_as_it_is() {
        let counts = crate::evidence::adverts::read().expect("the counts can be read");
        assert!(counts.len() > 1_000);
        for advert in counts {
            assert_eq!(normalised(&advert.title), advert.title);
        }
    }

    #[test]
    fn a_phrase_is_found_where_its_words_stand_together_and_in_order() {
        assert!(contains("senior java developer remote", "java developer"));
        assert!(contains("java developer", "java developer"));
        assert!(!contains("java backend developer", "java developer"));
        assert!(!contains("developer java", "java developer"));
        assert!(!contains("javascript developer", "java"));
        assert!(!contains("developer", "java developer"));
    }
}
