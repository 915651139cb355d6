"""The hidden suites: one ``test_<stem>.py`` per exercise, and the checks that several of them share."""
