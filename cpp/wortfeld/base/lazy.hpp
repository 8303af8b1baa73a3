// A value that is made when somebody asks for it.
#pragma once

#include "wortfeld/base/once.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace wortfeld {

/// One value, made at the first call of `get`, at most once but for calls that threw. Copies share
/// it. Safe to ask from many threads.
template <typename Value>
class Lazy {
  public:
    Lazy() : Lazy(Value{}) {}
    Lazy(Value value)  // NOLINT(*-explicit-constructor): a value that is there already
        : state_(std::make_shared<State>()) {
        state_->value = std::move(value);
        state_->once.run([] {});
    }
    explicit Lazy(std::function<Value()> make) : state_(std::make_shared<State>()) {
        state_->make = std::move(make);
    }

    [[nodiscard]] const Value& get() const {
        state_->once.run([&] {
            state_->value = state_->make();
            state_->make = nullptr;
        });
        return *state_->value;
    }

  private:
    struct State {
        Once once;
        std::optional<Value> value;
        std::function<Value()> make;
    };
    std::shared_ptr<State> state_;
};

}  // namespace wortfeld
