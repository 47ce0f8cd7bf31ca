//! What there is to type.

/// What `cargo xtask --help` prints.
pub(crate) const USAGE: &str = "\
Usage: cargo xtask COMMAND

  serve [--open] [--content FILE] [--offline] [--port N]
                       build the quiz, serve it on this machine, rebuild and reload when a file is saved;
                       --content serves another quiz, checks it whenever it is saved and shows its errors;
                       --offline has a service worker, as the release has, and offers what is new instead of
                       reloading
  build [--public-url PATH]
                       make the release in dist/; it works under any path unless one is given
  test [--all-engines] [--full] [STEP...]
                       run every test, or only these: fmt clippy docs types core components build
                       size e2e lighthouse;
                       end-to-end tests run in Chromium, and in Firefox and WebKitGTK where these are there;
                       --all-engines wants all three, and --full wants them and the checks that take long
  example [--port N] [--quiz URL]
                       serve examples/bootcamp, a made-up site with the quiz in its pages, on this machine;
                       the quiz is the one that `serve` has at http://localhost:8080 unless URL names another
  bench [--runs N] [--dist FOLDER]
                       measure the release in Chromium beside a static page, a bare counter and SurveyJS, N
                       times each (5), and write the tables of docs/performance.md; --dist takes a finished release
  profile              see in Chromium which functions a first visit runs, and write the list of those that it does
                       not (xtask/src/page/cold), which a release has in a file of its own
  screens [DIR]        take pictures of every screen and state of the release, and lay them out on sheets, in
                       target/screens unless DIR is given
  accessibility        write docs/accessibility.md of what `test e2e` found last

  offline on DIST      give a finished build a service worker anew, after its files were changed
  offline off DIST     put the kill switch in its place, which removes it from every browser that comes by
                       (docs/offline.md)

  content check FILE...
                       say what is wrong with quizzes, and where; prove that everything in them can come up,
                       that every answer matters and that no question decides alone; run their personas
  content install FILE... DIST
                       put another quiz into a finished build; more FILEs are its translations, and the words
                       of their languages
  content pseudo DIST  add a made-up language, written from right to left, to a finished build
  content schema [--check]
                       write public/content/quiz.schema.json, or check that it is current
  content score [--content FILE]
                       read answers from the standard input, a line of JSON for each person, and write what
                       comes of them as a line of JSON each; docs/scoring.md has the format
  content searches [--content FILE]
                       print the searches of a person who states no language, as JSON
  content evidence [--content FILE]
                       hold the searches and the question for years against the counts in evidence/

What is missing is installed on the way, after saying what and why. Tools are kept in
$CAREER_QUIZ_TOOLS, or else in the cache folder of this user, and never replace anything.
`cargo xtask page` is for Trunk, which runs it at the end of each build.";
