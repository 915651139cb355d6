# TODO: paste my solution here
