#include "wortfeld/index/corpus_file.hpp"

#include "wortfeld/base/section_reader.hpp"
#include "wortfeld/corpus/corpus_sections.hpp"
#include "wortfeld/corpus/sound_corpus.hpp"

#include <utility>

namespace wortfeld::index {

SectionWriter corpus_file(const IndexedCorpus& indexed) {
    SectionWriter file(corpus::corpus_versions());
    corpus::add_corpus(file, indexed.corpus);
    file.add("postings.begins", indexed.postings.begins());
    file.add("postings.all", indexed.postings.all());
    return file;
}

IndexedCorpus open_corpus(const std::shared_ptr<const FileBytes>& file, bool verify) {
    SectionReader reader(file, corpus::corpus_versions());
    auto opened = corpus::read_corpus(reader);
    const auto tokens = opened.store().terms.size();
    auto begins = reader.array_of<std::uint32_t>(
        opened.vocabulary().size() + 1, "postings.begins", Dividing{tokens});
    auto all = reader.array_of<std::uint32_t>(tokens, "postings.all", Below{tokens});
    reader.require_all_taken();
    IndexedCorpus indexed(std::move(opened), Postings(std::move(begins), std::move(all)));
    if (verify) {
        reader.verify();
        corpus::require_sound(indexed.corpus);
        require_sound_postings(indexed.corpus, indexed.postings);
    }
    return indexed;
}

}  // namespace wortfeld::index
