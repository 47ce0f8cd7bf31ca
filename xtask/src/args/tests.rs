use super::*;

fn parsed(line: &str) -> Result<Command, String> {
    parse(line.split_whitespace().map(OsString::from))
}

#[track_caller]
fn refused(line: &str, because: &str) {
    let message = parsed(line).expect_err(line);
    assert!(message.contains(because), "{line:?} says {message:?}, not {because:?}");
}

#[test]
fn serve_takes_its_options_in_any_order() {
    let options = ServeOptions { open: true, content: Some("my.json".into()), port: Some(9000), offline: true };
    assert_eq!(parsed("serve --offline --open --content my.json --port 9000"), Ok(Command::Serve(options)));
    let options = ServeOptions { content: Some("my.json".into()), port: Some(9000), ..ServeOptions::default() };
    assert_eq!(parsed("serve --port=9000 --content=my.json"), Ok(Command::Serve(options)));
    assert_eq!(parsed("serve"), Ok(Command::Serve(ServeOptions::default())));
}

#[test]
fn build_takes_a_path() {
    assert_eq!(parsed("build"), Ok(Command::Build { public_url: None }));
    assert_eq!(parsed("build --public-url /careers/"), Ok(Command::Build { public_url: Some("/careers/".into()) }));
}

#[test]
fn test_takes_the_names_of_steps() {
    assert_eq!(parsed("test"), Ok(Command::Test(TestOptions::default())));
    let only = vec![Group::Core, Group::Fmt];
    assert_eq!(parsed("test core fmt"), Ok(Command::Test(TestOptions { only, ..TestOptions::default() })));
    refused("test cores", "fmt clippy docs types core components build size e2e lighthouse");
}

#[test]
fn test_takes_its_options_before_between_and_after_the_steps() {
    let full = TestOptions { full: true, ..TestOptions::default() };
    assert_eq!(parsed("test --full"), Ok(Command::Test(full)));
    for line in ["test --all-engines e2e fmt", "test e2e --all-engines fmt", "test e2e fmt --all-engines"] {
        let only = vec![Group::E2e, Group::Fmt];
        assert_eq!(parsed(line), Ok(Command::Test(TestOptions { only, all_engines: true, full: false })), "{line}");
    }
    assert_eq!(parsed("test --full --help"), Ok(Command::Help));
    refused("test --ful", "test has no option --ful");
    refused("test --full=yes", "there is no step \"yes\"");
}

#[test]
fn example_takes_a_port_and_the_quiz() {
    let example = |port, quiz: &str| Ok(Command::Example(ExampleOptions { port, quiz: quiz.to_owned() }));
    assert_eq!(parsed("example"), example(8090, "http://localhost:8080"));
    assert_eq!(parsed("example --port 9000 --quiz=https://quiz.example/"), example(9000, "https://quiz.example"));
    assert_eq!(parsed("example --help"), Ok(Command::Help));
    for quiz in
        ["quiz.example", "ftp://quiz.example", "https://", "https://quiz.example/a", "https://a;b", "https://a?b"]
    {
        refused(&format!("example --quiz {quiz}"), "is not an address such as http://localhost:8080");
    }
    refused("example --prot 1", "example has no option --prot");
    refused("example --port 0", "is not a port");
}

#[test]
fn bench_takes_a_number_of_runs_and_a_release() {
    let bench = |runs, dist: Option<&str>| Ok(Command::Bench(BenchOptions { runs, dist: dist.map(PathBuf::from) }));
    assert_eq!(parsed("bench"), bench(5, None));
    assert_eq!(parsed("bench --dist dist --runs=3"), bench(3, Some("dist")));
    assert_eq!(parsed("bench --runs 1 --help"), Ok(Command::Help));
    for runs in ["0", "101", "-1", "many"] {
        refused(&format!("bench --runs {runs}"), "is not a number of runs");
    }
    refused("bench --runs", "the number after --runs is missing");
    refused("bench --dist", "the FOLDER after --dist is missing");
    refused("bench --run 1", "bench has no option --run");
    refused("bench dist", "is not expected here");
}

#[test]
fn screens_takes_a_folder() {
    assert_eq!(parsed("screens"), Ok(Command::Screens { folder: None }));
    assert_eq!(parsed("screens shots"), Ok(Command::Screens { folder: Some("shots".into()) }));
    assert_eq!(parsed("screens --help"), Ok(Command::Help));
    refused("screens here there", "\"there\" is not expected here");
    assert_eq!(parsed("accessibility"), Ok(Command::Accessibility));
    assert_eq!(parsed("profile"), Ok(Command::Profile));
    assert!(parsed("profile dist").is_err());
}

#[test]
fn offline_is_on_or_off() {
    assert_eq!(parsed("offline on dist"), Ok(Command::Offline { offline: Offline::On, dist: "dist".into() }));
    assert_eq!(parsed("offline off dist"), Ok(Command::Offline { offline: Offline::Off, dist: "dist".into() }));
    assert_eq!(parsed("offline --help"), Ok(Command::Help));
    refused("offline", "on or off");
    refused("offline maybe dist", "there are on and off");
    refused("offline off", "DIST");
}

#[test]
fn content_has_seven_commands() {
    assert_eq!(parsed("content check a b"), Ok(Command::Check { files: vec!["a".into(), "b".into()] }));
    let install =
        |files: &[&str]| Command::Install { files: files.iter().map(PathBuf::from).collect(), dist: "dist/".into() };
    assert_eq!(parsed("content install a.json dist/"), Ok(install(&["a.json"])));
    assert_eq!(parsed("content install a.json b.json dist/"), Ok(install(&["a.json", "b.json"])));
    assert_eq!(parsed("content pseudo dist"), Ok(Command::Pseudo { dist: "dist".into() }));
    assert_eq!(parsed("content schema"), Ok(Command::Schema { check: false }));
    assert_eq!(parsed("content schema --check"), Ok(Command::Schema { check: true }));
    assert_eq!(parsed("content score"), Ok(Command::Score { content: None }));
    assert_eq!(parsed("content searches"), Ok(Command::Searches { content: None }));
    let content = Some("a.json".into());
    assert_eq!(parsed("content searches --content a.json"), Ok(Command::Searches { content: content.clone() }));
    assert_eq!(parsed("content evidence --content=a.json"), Ok(Command::Evidence { content }));
}

#[test]
fn help_is_found_wherever_it_stands() {
    for line in ["--help", "-h", "help", "serve --help", "build -h", "test --help", "content --help", "page --help"] {
        assert_eq!(parsed(line), Ok(Command::Help), "{line}");
    }
    for line in ["content check --help", "content install -h", "content schema --help", "test core --help"] {
        assert_eq!(parsed(line), Ok(Command::Help), "{line}");
    }
}

#[test]
fn misuse_is_refused_with_a_reason() {
    refused("", "a command is missing");
    refused("sevre", "there is no command \"sevre\"");
    refused("serve --prot 1", "no option --prot");
    refused("serve --port", "the number after --port is missing");
    refused("serve --port 0", "is not a port");
    refused("serve --port 99999", "is not a port");
    refused("serve here", "\"here\" is not expected here");
    refused("content", "check, install, pseudo, schema, score, searches or evidence");
    refused("content pseudo", "DIST");
    refused("content lint", "there is no command content \"lint\"");
    refused("content evidence --contents x", "content evidence has no option --contents");
    refused("content searches --content", "the FILE after --content is missing");
    refused("content searches a.json", "\"a.json\" is not expected here");
    refused("content check", "the FILE to check is missing");
    refused("content install a.json", "DIST");
    refused("page now", "\"now\" is not expected here");
}
