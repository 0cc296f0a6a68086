#pragma once

#include <QList>
#include <QMap>
#include <QString>

#include <functional>
#include <optional>

// How the codec reaches into the generated structs without knowing their types. Only the codec and the generated
// tables include this.
namespace poolscope::model {

struct TypeAccess
{
    // Of a std::optional<T>: the T inside or null; a new T inside.
    const void *(*value)(const void *optional) = nullptr;
    void *(*emplace)(void *optional) = nullptr;

    // Of a QList<E>.
    qsizetype (*size)(const void *list) = nullptr;
    const void *(*at)(const void *list, qsizetype index) = nullptr;
    void *(*append)(void *list) = nullptr;

    // Of a QMap<QString, E>.
    void (*visit)(const void *map, const std::function<void(const QString &, const void *)> &visitor) = nullptr;
    void *(*insert)(void *map, const QString &key) = nullptr;
};

template<class T>
inline constexpr TypeAccess valueAccess{
    .value = [](const void *optional) -> const void * {
        const auto &holder = *static_cast<const std::optional<T> *>(optional);
        return holder ? &*holder : nullptr;
    },
    .emplace = [](void *optional) -> void * { return &static_cast<std::optional<T> *>(optional)->emplace(); },
};

template<class E>
inline constexpr TypeAccess listAccess{
    .value = valueAccess<QList<E>>.value,
    .emplace = valueAccess<QList<E>>.emplace,
    .size = [](const void *list) { return static_cast<const QList<E> *>(list)->size(); },
    .at = [](const void *list, qsizetype index) -> const void * {
        return &static_cast<const QList<E> *>(list)->at(index);
    },
    .append = [](void *list) -> void * { return &static_cast<QList<E> *>(list)->emplaceBack(); },
};

template<class E>
inline constexpr TypeAccess mapAccess{
    .value = valueAccess<QMap<QString, E>>.value,
    .emplace = valueAccess<QMap<QString, E>>.emplace,
    .visit =
        [](const void *map, const std::function<void(const QString &, const void *)> &visitor) {
            const auto &entries = *static_cast<const QMap<QString, E> *>(map);
            for (auto it = entries.cbegin(); it != entries.cend(); ++it)
                visitor(it.key(), &it.value());
        },
    .insert = [](void *map, const QString &key) -> void * {
        return &*static_cast<QMap<QString, E> *>(map)->insert(key, E());
    },
};

} // namespace poolscope::model
