#include "ui/common/colors.h"

#include <QWidget>

#include <array>
#include <cmath>

namespace poolscope::ui {

namespace {

struct Pair
{
    QRgb light;
    QRgb dark;
};

constexpr Pair pairOf(ColorRole role)
{
    switch (role) {
    case ColorRole::Window:
        return {0xfff4f6f8, 0xff171b20};
    case ColorRole::Base:
        return {0xffffffff, 0xff1e242b};
    case ColorRole::Alternate:
        return {0xfff8fafb, 0xff222931};
    case ColorRole::Text:
        return {0xff1a2027, 0xffe6eaee};
    case ColorRole::Muted:
        return {0xff5c6773, 0xff9aa6b2};
    case ColorRole::Line:
        return {0xffd8dee5, 0xff343d47};
    case ColorRole::FieldBorder:
        return {0xff7f8b97, 0xff74808c};
    case ColorRole::Accent:
        return {0xff0b7285, 0xff4dc4d6};
    case ColorRole::AccentGround:
        return {0xffe3f3f5, 0xff17343a};
    case ColorRole::OnAccent:
        return {0xffffffff, 0xff10171c};
    case ColorRole::Good:
        return {0xff2b7a3b, 0xff7cc98b};
    case ColorRole::GoodGround:
        return {0xffe6f4e9, 0xff1b3323};
    case ColorRole::Caution:
        return {0xff9a5b00, 0xffe3b15c};
    case ColorRole::CautionGround:
        return {0xfffff3dc, 0xff3a2f18};
    case ColorRole::Bad:
        return {0xffb3261e, 0xfff28b82};
    case ColorRole::BadGround:
        return {0xfffdeceb, 0xff43211f};
    case ColorRole::Development:
        return {0xff3b5bdb, 0xff8ea2ff};
    case ColorRole::TokenHeader:
        return {0xffb3261e, 0xfff28b82};
    case ColorRole::TokenPayload:
        return {0xff6741d9, 0xffb197fc};
    case ColorRole::TokenSignature:
        return {0xff0b7285, 0xff4dc4d6};
    }
    return {};
}

QPalette makePalette(bool dark)
{
    const auto of = [dark](ColorRole role) { return color(role, dark); };
    QPalette palette;
    const std::array<std::pair<QPalette::ColorRole, ColorRole>, 18> roles{{
        {QPalette::Window, ColorRole::Window},
        {QPalette::WindowText, ColorRole::Text},
        {QPalette::Base, ColorRole::Base},
        {QPalette::AlternateBase, ColorRole::Alternate},
        {QPalette::Text, ColorRole::Text},
        {QPalette::PlaceholderText, ColorRole::Muted},
        {QPalette::Button, ColorRole::Base},
        {QPalette::ButtonText, ColorRole::Text},
        {QPalette::BrightText, ColorRole::Bad},
        {QPalette::Highlight, ColorRole::Accent},
        {QPalette::HighlightedText, ColorRole::OnAccent},
        {QPalette::Link, ColorRole::Accent},
        {QPalette::LinkVisited, ColorRole::Accent},
        {QPalette::ToolTipBase, ColorRole::Base},
        {QPalette::ToolTipText, ColorRole::Text},
        {QPalette::Mid, ColorRole::Line},
        {QPalette::Midlight, ColorRole::Alternate},
        {QPalette::Light, ColorRole::Base},
    }};
    for (const auto &[role, ours] : roles)
        palette.setColor(role, of(ours));
    palette.setColor(QPalette::Dark, of(ColorRole::FieldBorder));
    palette.setColor(QPalette::Shadow, dark ? QColor(Qt::black) : of(ColorRole::Muted));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, of(ColorRole::Muted));
    palette.setColor(QPalette::Disabled, QPalette::Base, of(ColorRole::Alternate));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, of(ColorRole::Line));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, of(ColorRole::Text));
    return palette;
}

double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128;
}

QColor color(ColorRole role, bool dark)
{
    const Pair pair = pairOf(role);
    return QColor::fromRgb(dark ? pair.dark : pair.light);
}

QColor color(ColorRole role, const QPalette &palette)
{
    return color(role, isDark(palette));
}

QColor color(ColorRole role, const QWidget *widget)
{
    return color(role, widget->palette());
}

ColorRole textRole(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return ColorRole::Muted;
    case Tone::Accent:
        return ColorRole::Accent;
    case Tone::Good:
        return ColorRole::Good;
    case Tone::Caution:
        return ColorRole::Caution;
    case Tone::Bad:
        return ColorRole::Bad;
    }
    return ColorRole::Text;
}

ColorRole groundRole(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return ColorRole::Window;
    case Tone::Accent:
        return ColorRole::AccentGround;
    case Tone::Good:
        return ColorRole::GoodGround;
    case Tone::Caution:
        return ColorRole::CautionGround;
    case Tone::Bad:
        return ColorRole::BadGround;
    }
    return ColorRole::Base;
}

QPalette lightPalette()
{
    return makePalette(false);
}

QPalette darkPalette()
{
    return makePalette(true);
}

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return first > second ? first / second : second / first;
}

} // namespace poolscope::ui
