#include "ui/common/style.h"

#include "ui/common/buttons.h"
#include "ui/common/colors.h"
#include "ui/common/fonts.h"
#include "ui/common/stylepainting.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QTableView>
#include <QTreeView>

namespace poolscope::ui {

namespace {

constexpr int fieldPadding = 8; // beside the text of a field
constexpr int buttonPadding = 13;
constexpr int verticalPadding = 6;

} // namespace

Style::Style()
    : QProxyStyle(QStringLiteral("fusion"))
{
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return paintButton(*button, painter, widget);
        break;
    case PE_PanelButtonTool:
        return paintToolButton(*option, painter, widget);
    case PE_FrameFocusRect:
        if (qobject_cast<const QPushButton *>(widget)) // shows the focus by its border
            return;
        return paintFocusRing(*option, painter);
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            return paintField(*option, painter, widget);
        return;
    case PE_PanelItemViewRow:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        if (qobject_cast<const QTableView *>(widget) || qobject_cast<const QTreeView *>(widget))
            painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                              color(ColorRole::Line, option->palette));
        return;
    case PE_FrameLineEdit:
        return paintField(*option, painter, widget);
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return paintCheckBox(*option, painter);
    case PE_IndicatorRadioButton:
        return paintRadioButton(*option, painter);
    case PE_Frame:
        if (qobject_cast<const QPlainTextEdit *>(widget)) // a field, of several lines
            return paintField(*option, painter, widget);
        return paintFrame(*option, painter);
    case PE_FrameStatusBarItem:
    case PE_PanelStatusBar:
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    if (element == CE_HeaderSection) {
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            return paintHeaderSection(*header, painter);
    } else if (element == CE_HeaderLabel) {
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            QStyleOptionHeader quiet = *header;
            // Fusion takes the margin off above and below too, and cuts descenders.
            quiet.rect.adjust(0, -6, 0, 6);
            quiet.palette.setColor(QPalette::ButtonText, color(ColorRole::Muted, option->palette));
            painter->setFont(smallFont(painter->font()));
            return QProxyStyle::drawControl(element, &quiet, painter, widget);
        }
    } else if (element == CE_ItemViewItem) {
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            QStyleOptionViewItem quiet = *item;
            quiet.palette.setColor(QPalette::Highlight, color(ColorRole::AccentGround, option->palette));
            quiet.palette.setColor(QPalette::HighlightedText, color(ColorRole::Text, option->palette));
            return QProxyStyle::drawControl(element, &quiet, painter, widget);
        }
    } else if (element == CE_ComboBoxLabel) {
        if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            QStyleOptionComboBox elided = *box;
            const int room = subControlRect(CC_ComboBox, box, SC_ComboBoxEditField, widget).width() - 2;
            elided.currentText = box->fontMetrics.elidedText(box->currentText, Qt::ElideMiddle, room);
            return QProxyStyle::drawControl(element, &elided, painter, widget);
        }
    } else if (element == CE_Splitter) {
        painter->fillRect(option->rect, color(ColorRole::Line, option->palette));
        return;
    } else if (element == CE_PushButtonLabel && qobject_cast<const PrimaryButton *>(widget)) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton filled = *button;
            const bool enabled = option->state.testFlag(State_Enabled);
            const ColorRole text = enabled ? ColorRole::OnAccent : ColorRole::Muted;
            filled.palette.setColor(QPalette::ButtonText, color(text, option->palette));
            return QProxyStyle::drawControl(element, &filled, painter, widget);
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        QStyleOptionComplex field = *option;
        if (const auto *box = qobject_cast<const QComboBox *>(widget); box && box->isEditable() && box->hasFocus())
            field.state |= State_HasFocus;
        paintField(field, painter, widget);
        paintArrow(subControlRect(control, option, SC_ComboBoxArrow, widget), painter, *option);
        return;
    }
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return paintScrollBar(*bar, painter, subControlRect(control, option, SC_ScrollBarSlider, widget), widget);
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    if (control == CC_ScrollBar && (part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine))
        return {}; // no arrows
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return scrollBarPart(*bar, part);
    }
    if (control == CC_ComboBox) {
        const QRect whole = option->rect;
        const int arrow = 26;
        if (part == SC_ComboBoxArrow)
            return visualRect(option->direction, whole,
                              QRect(whole.right() - arrow + 1, whole.top(), arrow, whole.height()));
        if (part == SC_ComboBoxEditField)
            return visualRect(option->direction, whole, whole.adjusted(fieldPadding, 2, -arrow, -2));
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect Style::scrollBarPart(const QStyleOptionSlider &bar, SubControl part) const
{
    const bool across = bar.orientation == Qt::Horizontal;
    const int length = across ? bar.rect.width() : bar.rect.height();
    int handle = length;
    if (bar.maximum > bar.minimum) {
        const qint64 range = qint64(bar.maximum) - bar.minimum + bar.pageStep;
        handle = qBound(qMin(24, length), int(qint64(bar.pageStep) * length / qMax<qint64>(range, 1)), length);
    }
    const int start =
        sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, length - handle, bar.upsideDown);
    int from = 0;
    int size = length;
    switch (part) {
    case SC_ScrollBarSlider:
        from = start;
        size = handle;
        break;
    case SC_ScrollBarSubPage:
        size = start;
        break;
    case SC_ScrollBarAddPage:
        from = start + handle;
        size = length - from;
        break;
    default:
        break;
    }
    const QRect area = across ? QRect(from, 0, size, bar.rect.height()) : QRect(0, from, bar.rect.width(), size);
    return visualRect(bar.direction, bar.rect, area.translated(bar.rect.topLeft()));
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents)
        return option->rect.adjusted(fieldPadding - 2, 1, -(fieldPadding - 2), -1);
    return QProxyStyle::subElementRect(element, option, widget);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    // One height for all fields and buttons, in whatever font.
    const int line = QFontMetrics(QApplication::font()).height() + 2 * verticalPadding + 1;
    switch (type) {
    case CT_PushButton:
        return QSize(size.width() + 2 * buttonPadding, qMax(size.height() + 2 * verticalPadding + 1, line));
    case CT_LineEdit:
        return QSize(size.width() + 2 * fieldPadding, qMax(size.height(), line));
    case CT_ComboBox:
        return QSize(size.width() + fieldPadding + 30, qMax(size.height(), line));
    case CT_HeaderSection: {
        const QSize plain = QProxyStyle::sizeFromContents(type, option, size, widget);
        return QSize(plain.width() + 8, line - 5);
    }
    case CT_ItemViewItem: {
        const QSize plain = QProxyStyle::sizeFromContents(type, option, size, widget);
        return QSize(plain.width(), qMax(plain.height(), line - 3));
    }
    default:
        return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return 16;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_SplitterWidth:
        return 1;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return 16;
    case PM_HeaderMargin:
        return 8;
    case PM_FocusFrameHMargin: // beside the text of a table's cell
        return 7;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 16;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 0;
    case SH_ComboBox_Popup:
    case SH_DialogButtonBox_ButtonsHaveIcons: // a desktop's own would be in its colours, and on some buttons only
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

} // namespace poolscope::ui
