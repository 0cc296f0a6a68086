#pragma once

#include <QProxyStyle>

class QStyleOptionSlider;

namespace poolscope::ui {

// Fusion, drawn flatter: buttons and fields with one line and 6 px corners, a focus ring of two pixels, headers and
// tables with hairlines. Everything else is Fusion's. Not a style sheet, so it costs nothing at the start.
class Style final : public QProxyStyle
{
    Q_OBJECT

public:
    Style();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override;
    void polish(QWidget *widget) override;
    using QProxyStyle::polish;

private:
    QRect scrollBarPart(const QStyleOptionSlider &bar, SubControl part) const;
};

// The property a field carries while its value is refused; Form sets it.
inline constexpr char invalidProperty[] = "poolscopeInvalid";

} // namespace poolscope::ui
