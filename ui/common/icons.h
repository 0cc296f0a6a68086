#pragma once

#include "ui/common/colors.h"

#include <QIcon>
#include <QString>

#include <optional>

namespace poolscope::ui {

// A Breeze icon by its freedesktop name, in the palette's colours: drawn from the SVG when it is first painted, again when
// the palette changes. Normal is the text colour (or `role`), Selected the accent, Disabled muted. Where the icon is
// not installed nothing is drawn, so an icon never stands without words.
QIcon icon(const QString &name, std::optional<ColorRole> role = {});

// The file of a Breeze icon in QIcon's theme search paths, empty where there is none.
QString iconFile(const QString &name, int size);

} // namespace poolscope::ui
