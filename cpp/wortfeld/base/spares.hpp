// Objects that are used again by whichever thread needs one next.
#pragma once

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace wortfeld {

/// Keeps objects whose memory is worth using again. Safe to use from many threads; not while moved.
template <typename T>
class Spares {
  public:
    /// One that was given back, or a new one.
    [[nodiscard]] std::unique_ptr<T> take() {
        const std::lock_guard lock(*mutex_);
        if (spares_.empty()) return std::make_unique<T>();
        auto spare = std::move(spares_.back());
        spares_.pop_back();
        return spare;
    }
    void give_back(std::unique_ptr<T> spare) {
        const std::lock_guard lock(*mutex_);
        spares_.push_back(std::move(spare));
    }
    void clear() {
        const std::lock_guard lock(*mutex_);
        spares_.clear();
    }

  private:
    std::unique_ptr<std::mutex> mutex_ = std::make_unique<std::mutex>();
    std::vector<std::unique_ptr<T>> spares_;
};

}  // namespace wortfeld
