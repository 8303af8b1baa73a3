"""Word counts of a file by duckdb: words are what stands between spaces."""

import duckdb
from contender import clock_counts

QUERY = """
create table counts as
select word, count(*) as count
from (select unnest(string_split(line, ' ')) as word
      from read_csv(?, columns = {'line': 'VARCHAR'}, header = false, auto_detect = false,
                    delim = '\x01', quote = '', escape = '', max_line_size = 20000000))
group by word
order by count desc
"""


def count(path):
    """Return the words with their counts, most frequent first."""
    connection = duckdb.connect()
    connection.execute("set threads = 1")
    connection.execute(QUERY, [str(path)])
    return Pairs(connection)


class Pairs:
    """The table; its rows become Python objects only when they are compared."""

    def __init__(self, connection):
        self.connection = connection

    def __len__(self):
        return self.connection.execute("select count(*) from counts").fetchone()[0]

    def __iter__(self):
        return iter(self.connection.execute("from counts").fetchall())


clock_counts(count)
